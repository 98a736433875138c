import { availabilityText, type Words } from '#lib/availability/availability-text';
import type { Availability } from '#lib/catalog/copies/availability';
import type { Place } from '#lib/catalog/copies/place';
import { html, type SafeHtml } from '../../_ui/raw-html/html';

type Props = { availability: Availability; today: string; i18n: Words };

/** Whether a reader can have a book and, as far as its copies stand in one place, where. */
export function AvailabilityLine({ availability, today, i18n }: Props) {
  const { mark, text } = availabilityText(availability, today, i18n);
  const { location, shelfMark } = availability.place;
  return (
    <p className="mt-2">
      <span className={`state ${mark}`}>{text}</span>
      {location && ` · ${location}`}
      {shelfMark && (
        <>
          {' · '}
          <b>{shelfMark}</b>
        </>
      )}
    </p>
  );
}

/** The same for rows. */
export const availabilityHtml = ({ availability, today, i18n }: Props): SafeHtml =>
  html`${stateHtml({ availability, today, i18n })}${placeHtml(availability.place)}`;

/** Where there is no room for the place. */
export function stateHtml({ availability, today, i18n }: Props): SafeHtml {
  const { mark, text } = availabilityText(availability, today, i18n);
  return html`<span class="state ${mark}">${text}</span>`;
}

const placeHtml = ({ location, shelfMark }: Place): SafeHtml =>
  html`${location ? ` · ${location}` : ''}${shelfMark ? html` · <b>${shelfMark}</b>` : null}`;
