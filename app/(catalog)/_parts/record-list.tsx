import type { ReactNode } from 'react';

type Props = {
  /** Short names stand beside each other, where there is room. */
  columns?: boolean;
  children: ReactNode;
};

/** Authors, genres or languages, one below the other: each has a name, and at the end of its line a number of books. */
export function RecordList({ columns = false, children }: Props) {
  return <ul className={`record-list mt-4 ${columns ? 'record-columns' : ''}`}>{children}</ul>;
}
