import { createContext } from 'react';

/** What a form needs to know of the page around it. */
export type Keeping = {
  /** For a change that did not get through. */
  notSaved: string;
  /** Called after each change that did. */
  saved: () => void;
};

export const KeepingContext = createContext<Keeping>({ notSaved: '', saved: () => {} });
