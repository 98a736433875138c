import type { ReactNode } from 'react';

/** One of the things that are remembered. */
export function Preference({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="preference">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function Forget({ action, children }: { action: () => Promise<void>; children: string }) {
  return (
    <form action={action}>
      <button className="button button-quiet" type="submit">
        {children}
      </button>
    </form>
  );
}
