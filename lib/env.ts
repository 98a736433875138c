import { z } from 'zod';
import { databaseLocation } from '#db/location';
import { isTimeZone, machineTimeZone } from '#lib/clock';

const passwordsMap = z
  .record(z.string().regex(/^\d{1,9}$/), z.string().min(32))
  .refine((map) => Object.keys(map).length > 0);

/** One password or, to rotate, a numbered map: the highest number seals, all of them open. */
export const sessionPasswords = z
  .string()
  .transform((text) => {
    if (!text.trimStart().startsWith('{')) return { 1: text };
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  })
  .pipe(passwordsMap);

const sessionEngines = ['cookie', 'database', 'memory', 'file', 'redis'] as const;

const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const shape = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  DATA_DIR: z.string().default('./data'),
  SESSION_PASSWORD: sessionPasswords.optional(),
  SESSION_ENGINE: z.enum(sessionEngines).default('cookie'),
  SESSION_SAVE_EVERY_REQUEST: z.enum(['on', 'off']).default('off'),
  SESSION_COOKIE_NAME: z
    .string()
    .regex(/^[\w!#$%&'*+.^`|~-]{1,64}$/)
    .default('library-session'),
  SESSION_COOKIE_AGE: wholeNumber(60, 400 * 24 * 60 * 60).default(14 * 24 * 60 * 60),
  SESSION_COOKIE_PATH: z
    .string()
    .regex(/^\/[^;,\s\p{Cc}]*$/u)
    .default('/'),
  SESSION_EXPIRE_AT_BROWSER_CLOSE: z.enum(['on', 'off']).default('off'),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).default('redis://127.0.0.1:6379'),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUSTED_PROXIES: wholeNumber(0, 9).optional(),
  API_RATE_LIMIT: wholeNumber(0, 1_000_000).default(120),
  SEARCH_RATE_LIMIT: wholeNumber(0, 1_000_000).default(1200),
  TIME_ZONE: z.string().refine(isTimeZone).default(machineTimeZone),
  BACKUP_TIME: z.union([z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), z.literal('off')]).default('03:10'),
  DEMO: z.enum(['on', 'off']).default('on'),
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
});

export type Settings = z.infer<typeof shape>;

const allowed: Record<keyof Settings, string> = {
  PORT: 'a whole number from 0 to 65535',
  HOST: 'an address of this machine, such as 127.0.0.1',
  DATABASE_URL: 'file:<path> for SQLite or postgres://user:password@host/database',
  DATA_DIR: 'a folder',
  SESSION_PASSWORD: 'at least 32 characters, or {"2":"new…","1":"old…"} with at least 32 characters each',
  SESSION_ENGINE: sessionEngines.join(', '),
  SESSION_SAVE_EVERY_REQUEST: 'on or off',
  SESSION_COOKIE_NAME: "the name of a cookie: up to 64 letters, digits and !#$%&'*+.^_`|~-",
  SESSION_COOKIE_AGE:
    'a whole number of seconds from 60 to 34560000, which are the 400 days that browsers allow',
  SESSION_COOKIE_PATH: 'the beginning of every address of the library, such as / or /library',
  SESSION_EXPIRE_AT_BROWSER_CLOSE: 'on or off',
  REDIS_URL: 'redis://host:port or rediss://…',
  BASE_URL: 'an address such as https://library.example.org',
  TRUSTED_PROXIES: 'a whole number from 0 to 9',
  API_RATE_LIMIT: 'a whole number of requests per minute from 0, which is no limit, to 1000000',
  SEARCH_RATE_LIMIT: 'a whole number of searches per minute from 0, which is no limit, to 1000000',
  TIME_ZONE: 'the name of a time zone, such as America/Sao_Paulo, Europe/Madrid or UTC',
  BACKUP_TIME: 'a time such as 03:10, or off',
  DEMO: 'on or off',
  NODE_ENV: 'development or production',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
};

const secret: ReadonlySet<string> = new Set(['SESSION_PASSWORD', 'DATABASE_URL', 'REDIS_URL']);

/** A setting that cannot be used: the message names it, what it holds and what it may hold. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

function settingsError(name: keyof Settings, held: string | undefined): SettingsError {
  const holds = secret.has(name) ? 'something that cannot be used' : `“${held}”`;
  return new SettingsError(`${name} holds ${holds}; it may hold ${allowed[name]}.`);
}

/** Settings from the environment; an empty one counts as absent. Throws `SettingsError` for the first wrong one. */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = shape.safeParse(present);
  if (!parsed.success) {
    const name = parsed.error.issues[0]?.path[0] as keyof Settings;
    throw settingsError(name, environment[name]);
  }
  if (!databaseLocation(parsed.data)) throw settingsError('DATABASE_URL', undefined);
  return parsed.data;
}

let parsed: Settings | undefined;

/** The settings of this process, parsed once. */
export function settings(): Settings {
  parsed ??= parseSettings(process.env);
  return parsed;
}
