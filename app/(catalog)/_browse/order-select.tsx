'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useOptimistic } from 'react';

type Choice = {
  value: string;
  label: string;
  /** The address of the list in this order; not set where the action leads there. */
  address?: string;
};

type Props = {
  label: string;
  /** What sends the choice where no script does. */
  button: string;
  choices: readonly Choice[];
  current: string;
  action: string | ((form: FormData) => Promise<void>);
  /** What the address of an action says besides the order. */
  kept?: readonly [name: string, value: string][];
};

/** The order of a list of books: chosen, it is so. */
export function OrderSelect({ label, button, choices, current, action, kept = [] }: Props) {
  const router = useRouter();
  const [chosen, choose] = useOptimistic(current);
  const order = (value: string) =>
    startTransition(async () => {
      choose(value);
      const address = choices.find((choice) => choice.value === value)?.address;
      if (address) router.replace(address, { scroll: false });
      else if (typeof action !== 'string') await action(formOf(value));
    });
  return (
    <form className="order" action={action}>
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <label>
        <span>{label}</span>{' '}
        <select name="sort" value={chosen} onChange={(event) => order(event.target.value)}>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <noscript>
        <button className="button button-quiet" type="submit">
          {button}
        </button>
      </noscript>
    </form>
  );
}

function formOf(order: string): FormData {
  const form = new FormData();
  form.set('sort', order);
  return form;
}
