import { useEffect, useRef } from 'react';
import { fieldId, type Labels } from './form-context';

type ErrorSummaryProps = {
  form: string;
  title: string;
  labels: Labels;
  errors: Record<string, string>;
};

/** What was refused, in one place, with a link to each field. Takes the focus: what is read aloud begins here. */
export function ErrorSummary({ form, title, labels, errors }: ErrorSummaryProps) {
  const summary = useRef<HTMLElement>(null);
  // Each answer of the action has errors of its own, also where it says the same again.
  useEffect(() => {
    if (Object.keys(errors).length > 0) summary.current?.focus();
  }, [errors]);
  if (Object.keys(errors).length === 0) return null;
  const titleId = fieldId(form, 'errors');
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript nothing else brings a reader to what the page came back for.
    <section ref={summary} className="error-summary" tabIndex={-1} aria-labelledby={titleId} autoFocus>
      <h2 id={titleId}>{title}</h2>
      <div role="alert">
        <ul>
          {Object.entries(errors).map(([field, sentence]) => (
            <li key={field}>
              {field ? <a href={`#${fieldId(form, field)}`}>{`${labels[field]}: ${sentence}`}</a> : sentence}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
