import type { ReactNode } from 'react';
import { ActionForm } from '../_ui/action-form';

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
    <ActionForm action={action}>
      <button className="button button-quiet" type="submit">
        {children}
      </button>
    </ActionForm>
  );
}
