import { z } from 'zod';
import { openSession as open, type Sessions } from '#lib/session/open-session';
import type { Session } from '#lib/session/session';

const ids = z.array(z.int().positive());

/** What a site may remember, for the tests: a count, choices, texts, lists. */
export const testShape = z.object({
  num_visits: z.int().nonnegative(),
  language: z.enum(['en', 'es', 'pt-BR']),
  closedNotices: z.array(z.string().max(40)).max(50),
  pageSize: z.literal([10, 20, 50, 100]),
  sort: z.enum(['title', 'author', 'year', 'newest']),
  sortNames: z.enum(['name', 'books']),
  theme: z.enum(['system', 'light', 'dark']),
  viewed: ids.max(12),
  list: ids.max(150),
});

export type TestValues = z.infer<typeof testShape>;
export type TestKey = keyof TestValues & string;
export type TestSession = Session<TestValues>;

export const testSessions: Sessions<TestValues> = { shape: testShape, renamed: { visits: 'num_visits' } };

export const openSession = (cookie: string | undefined, context: { now: Date; readOnly?: true }) =>
  open(testSessions, cookie, context);
