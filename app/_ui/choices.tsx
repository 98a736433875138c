import { html } from './html';
import { LiveMarkup } from './live-markup';

type Choice = { value: string | number; label: string; lang?: string };

type Props = {
  name: string;
  legend: string;
  choices: readonly Choice[];
  current: string | number | undefined;
};

/** A few buttons in a row of which one is the present choice; each sends its form at once, without JavaScript too. */
export function Choices({ name, legend, choices, current }: Props) {
  const button = ({ value, label, lang }: Choice) =>
    html`<button type="submit" name="${name}" value="${value}"${lang && html` lang="${lang}"`}${value === current ? pressed : null}>${label}</button>`;
  const { __html } = html`<legend>${legend}:</legend>${choices.map(button)}`;
  return <LiveMarkup as="fieldset" className="choices" html={__html} />;
}

const pressed = html` aria-current="true"`;
