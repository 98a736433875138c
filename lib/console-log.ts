import { stripVTControlCharacters } from 'node:util';
import { describeError, summarizeError } from '#lib/describe-error';
import { log } from '#lib/log';

const levels = {
  error: 'error',
  warn: 'warn',
  info: 'info',
  log: 'info',
  debug: 'debug',
  trace: 'debug',
} as const;

/**
 * From now on what anything else writes to the console goes into the log, a line each: Next, drivers, warnings of Node.
 * Of a warning it says what, of an error also where. So does what nobody caught, until Next is there to say it: returns
 * what leaves that to Next.
 */
export function consoleIntoLog(): () => void {
  for (const [method, level] of Object.entries(levels) as [keyof typeof levels, 'error'][])
    console[method] = (...said: unknown[]) => {
      const describe = method === 'error' ? describeError : summarizeError;
      const text = said.map((part) => stripVTControlCharacters(describe(part))).join(' ');
      if (text.trim()) log()[level]({ source: 'console' }, text.trim());
    };
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log().warn({ source: 'node' }, summarizeError(warning)));
  process.on('unhandledRejection', onRejection).on('uncaughtException', onException);
  return () => process.off('unhandledRejection', onRejection).off('uncaughtException', onException);
}

const onRejection = (error: unknown) => log().error({ source: 'node', error }, 'nobody caught a rejection');

function onException(error: unknown): void {
  log().fatal({ source: 'node', error }, 'nobody caught an error');
  log().flush(() => process.exit(1));
}
