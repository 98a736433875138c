'use client';

import { useFormStatus } from 'react-dom';

/** Sends its form; says so while it is on its way. It is never disabled, which would take away the focus. */
export function SubmitButton({ children, sending }: { children: string; sending: string }) {
  const { pending } = useFormStatus();
  return (
    <button className="button" type="submit">
      {pending ? sending : children}
    </button>
  );
}
