type Choice = { value: string | number; label: string; lang?: string };

type Props = {
  action: (form: FormData) => Promise<void>;
  name: string;
  legend: string;
  choices: readonly Choice[];
  current: string | number | undefined;
};

/** A few buttons in a row of which one is the present choice; each is sent at once, with or without JavaScript. */
export function ChoiceForm({ action, name, legend, choices, current }: Props) {
  return (
    <form action={action}>
      <fieldset className="choices">
        <legend>{legend}:</legend>
        {choices.map(({ value, label, lang }) => (
          <button
            key={value}
            name={name}
            value={value}
            lang={lang}
            type="submit"
            aria-current={value === current ? 'true' : undefined}
          >
            {label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
