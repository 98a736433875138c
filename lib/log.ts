import pino from 'pino';
import { describeError } from '#lib/describe-error';
import { settings } from '#lib/env';

const shared = globalThis as typeof globalThis & { libraryLog?: pino.Logger };

/** What is written where nobody has said how much: who just looks on at a terminal is not shown every request. */
export const usualLevel = ({ isTTY = false }) => (isTTY ? 'warn' : 'info');

/**
 * JSON lines on standard error. Never a cookie, a query string or a person's name: what stands under `error` is told
 * without the values that it was about.
 */
export function log(): pino.Logger {
  shared.libraryLog ??= pino(
    {
      level: settings().LOG_LEVEL ?? usualLevel(process.stderr),
      base: undefined,
      serializers: { error: describeError },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination({ fd: 2, sync: false }),
  );
  return shared.libraryLog;
}
