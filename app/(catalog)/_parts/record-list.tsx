import type { ReactNode } from 'react';

/** Authors, genres or languages, one below the other: each has a name, and at the end of its line a number of books. */
export function RecordList({ children }: { children: ReactNode }) {
  return <ul className="record-list mt-4">{children}</ul>;
}
