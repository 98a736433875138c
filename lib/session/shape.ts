import { z } from 'zod';
import { locales } from '#lib/i18n/locales';

/** Everything a session may remember. A stored value that does not fit reads as absent. */
export const sessionShape = z.object({
  /** How often this browser asked for the home page. */
  visits: z.int().nonnegative(),
  language: z.enum(locales),
  closedNotices: z.array(z.string().max(40)).max(50),
});

export type SessionValues = z.infer<typeof sessionShape>;
export type SessionKey = keyof SessionValues & string;
