import { cache } from 'react';
import { dayOf, today } from '#lib/clock';
import { settings } from '#lib/env';

/** The day on which this request came, where the library is: the same wherever a page asks. */
export const libraryToday = cache(() => today(new Date(), settings().TIME_ZONE));

/** The day of a moment, where the library is. */
export const libraryDayOf = (moment: Date) => dayOf(moment, settings().TIME_ZONE);
