import { z } from 'zod';
import { bookOrderNames } from '#lib/catalog/books/book-orders';
import { nameOrderNames } from '#lib/catalog/subjects/name-orders';
import { locales } from '#lib/i18n/locales';
import { pageSizes } from '#lib/lists/page-sizes';
import { oneOf } from '#lib/one-of';
import type { Sessions } from '#lib/session/open-session';
import type { Session } from '#lib/session/session';

export const themes = ['system', 'light', 'dark'] as const;
export const maxViewed = 12;
/** The lines of a slip. */
export const maxVisitDays = 5;
/** What fits into a cookie together with everything else. */
export const maxListLength = 150;

const bookId = z.int().positive();

/** Everything a session may remember. A stored value that does not fit reads as absent. */
export const sessionShape = z.object({
  num_visits: z.int().nonnegative(),
  /** The days of the last visits, newest first, each as the days since 1970: short, as a cookie has to be. */
  visitDays: z.array(z.int().positive()).max(maxVisitDays),
  language: z.enum(locales),
  closedNotices: z.array(z.string().max(40)).max(50),
  pageSize: z.union(pageSizes.map((size) => z.literal(size))),
  sort: z.enum(bookOrderNames),
  sortNames: z.enum(nameOrderNames),
  theme: z.enum(themes),
  /** Ids of the books looked at last, newest first. */
  viewed: z.array(bookId).max(maxViewed),
  /** Ids of the books on the reading list, in the order they were put there. */
  list: z.array(bookId).max(maxListLength),
});

export type SessionValues = z.infer<typeof sessionShape>;
export type LibrarySession = Session<SessionValues>;

/** What this site remembers, also where a session was stored before its count was called as it is now. */
export const visitorSessions: Sessions<SessionValues> = {
  shape: sessionShape,
  renamed: { visits: 'num_visits' },
};
export type SessionKey = keyof SessionValues & string;

export const isNotice = oneOf(['demonstration'] as const);
export const isTheme = oneOf(themes);
