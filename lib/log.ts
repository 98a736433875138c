import pino from 'pino';
import { settings } from '#lib/env';

const shared = globalThis as typeof globalThis & { libraryLog?: pino.Logger };

/** JSON lines on standard error. Never a cookie, a query string or a person's name. */
export function log(): pino.Logger {
  shared.libraryLog ??= pino(
    { level: settings().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: false }),
  );
  return shared.libraryLog;
}
