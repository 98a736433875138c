import { limitQueries } from '#db/connections';
import { prepareData } from '#lib/boot/prepare-data';
import { reachSessionStore, startScheduler } from '#lib/boot/scheduler';
import { StartupError } from '#lib/boot/startup-error';
import { describeError } from '#lib/describe-error';
import { SettingsError, settings } from '#lib/env';
import { readWordsSoon } from '#lib/search/spelling/dictionary';

const shared = globalThis as typeof globalThis & { libraryBoot?: Promise<void> };

/**
 * What a process does before its first page, once: data of this version, a session store that answers, scheduled
 * jobs. `server.ts` calls it, and `instrumentation.ts` for `next dev` and `next start`. Throws `StartupError` or
 * `SettingsError`, before anything is changed.
 */
export function boot(print: (sentence: string) => void): Promise<void> {
  shared.libraryBoot ??= bootNow(print);
  return shared.libraryBoot;
}

async function bootNow(print: (sentence: string) => void): Promise<void> {
  await prepareData(settings(), new Date(), print);
  await limitQueries();
  await reachSessionStore(settings());
  startScheduler();
  readWordsSoon();
}

export const startupMessage = (error: unknown): string =>
  error instanceof SettingsError || error instanceof StartupError ? error.message : describeError(error);
