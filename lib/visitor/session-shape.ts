import { z } from 'zod';
import { locales } from '#lib/i18n/locales';
import type { Sessions } from '#lib/session/open-session';
import type { Session } from '#lib/session/session';

export const pageSizes = [10, 20, 50, 100] as const;
export const bookOrders = ['title', 'author', 'year', 'newest'] as const;
/** Of authors, genres and languages: by name, or by how many books there are. */
export const nameOrders = ['name', 'books'] as const;
export const themes = ['system', 'light', 'dark'] as const;
export const maxViewed = 12;
/** What fits into a cookie together with everything else. */
export const maxListLength = 150;

const bookId = z.int().positive();

/** Everything a session may remember. A stored value that does not fit reads as absent. */
export const sessionShape = z.object({
  num_visits: z.int().nonnegative(),
  language: z.enum(locales),
  closedNotices: z.array(z.string().max(40)).max(50),
  pageSize: z.union(pageSizes.map((size) => z.literal(size))),
  sort: z.enum(bookOrders),
  sortNames: z.enum(nameOrders),
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

const oneOf =
  <const Values extends readonly unknown[]>(values: Values) =>
  (value: unknown): value is Values[number] =>
    values.includes(value);

export const isNotice = oneOf(['demonstration'] as const);
export const isPageSize = oneOf(pageSizes);
export const isBookOrder = oneOf(bookOrders);
export const isNameOrder = oneOf(nameOrders);
export const isTheme = oneOf(themes);
