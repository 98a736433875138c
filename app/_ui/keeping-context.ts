import { createContext } from 'react';

/** What a form needs to know of the page around it. */
export type Keeping = {
  /** For a change that did not get through. */
  notSaved: string;
  /** Called after each change of what is remembered that did, and left its reader where it was made. */
  saved: () => void;
};

export const KeepingContext = createContext<Keeping>({ notSaved: '', saved: () => {} });
