'use client';

type Choice = { value: string | number; label: string; lang?: string };

export type ButtonGroupProps = {
  name: string;
  legend: string;
  choices: readonly Choice[];
  current: string | number | undefined;
};

/** A few buttons in a row of which one is the present choice; each sends its form at once, without JavaScript too. */
export function ButtonGroup({ name, legend, choices, current }: ButtonGroupProps) {
  return (
    <fieldset className="button-group">
      <legend>{`${legend}:`}</legend>
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
  );
}
