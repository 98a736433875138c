import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { closeConnections, openConnections } from '#db/connections';
import { currentLocation } from '#db/location';
import { finishRestore } from '#lib/backup/pending-restore';
import { whyNotThisVersion } from '#lib/check/check-library';
import { backupCommand, restoreCommand } from '#lib/cli/backup';
import { checkCommand } from '#lib/cli/check';
import { type CommandResult, listJobs, runJobNow } from '#lib/cli/jobs';
import { sessionsClear } from '#lib/cli/sessions-clear';
import { SettingsError, settings } from '#lib/env';
import { jobs } from '#lib/jobs/registry';
import { closeSessionStore } from '#lib/session/engines/engine';

type Flags = { 'data-dir'?: string; 'with-session-password'?: boolean };

type Command = {
  usage: string;
  says: string;
  run: (words: string[], flags: Flags) => Promise<CommandResult>;
  /** It replaces the database, and opens none before. */
  opensNothing?: true;
};

const clock = () => new Date();

const commands: Record<string, Command> = {
  backup: {
    usage: 'backup [FILE] [--with-session-password]',
    says: 'makes one archive of the whole library, while people work',
    run: ([file], flags) =>
      backupCommand({
        file,
        dataDir: settings().DATA_DIR,
        now: clock(),
        zone: settings().TIME_ZONE,
        withPassword: flags['with-session-password'] ?? false,
      }),
  },
  restore: {
    usage: 'restore FILE [--data-dir DIR]',
    says: 'makes the library what an archive holds, and keeps what was there',
    run: ([file]) => restoreCommand({ file, dataDir: settings().DATA_DIR, now: clock() }),
    opensNothing: true,
  },
  check: {
    usage: 'check',
    says: 'looks for anything that is wrong with the database',
    run: checkCommand,
  },
  jobs: {
    usage: 'jobs [run NAME]',
    says: 'shows what the library does for itself, and runs one of these jobs now',
    run: ([verb, name]) =>
      verb === 'run'
        ? runJobNow(jobs(), name, clock)
        : listJobs(jobs(), { now: clock(), zone: settings().TIME_ZONE }),
  },
  'sessions:clear': {
    usage: 'sessions:clear',
    says: 'removes expired sessions and prints how many',
    run: async () => ({ message: await sessionsClear(clock()), code: 0 }),
  },
};

const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length));
const help = [
  'Usage: npm run library -- <command>',
  ...Object.values(commands).map(({ usage, says }) => `  ${usage.padEnd(width)}  ${says}`),
  `  ${'help'.padEnd(width)}  prints this`,
].join('\n');

/** `npm run library -- <command>`: prints what was done and ends with 0; with 1 where it was not, or something is wrong. */
async function main(args: string[]): Promise<number> {
  const { positionals, values } = parse(args);
  const [name = '', ...words] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return explain(name);
  if (values['data-dir']) moveDataDir(values['data-dir']);
  const { DATA_DIR } = settings();
  process.umask(0o077);
  if (!command.opensNothing) {
    await finishRestore(DATA_DIR);
    const reason = await whyNoLibrary();
    if (reason) throw new LibraryMissingError(reason);
  }
  const { message, code } = await command.run(words, values);
  (code === 0 ? console.log : console.error)(message);
  return code;
}

/** Of a database that was never filled, or is of another version; none is made by looking. */
async function whyNoLibrary(): Promise<string | undefined> {
  const location = currentLocation();
  if (location.dialect === 'sqlite' && !existsSync(location.file))
    return `There is no library at ${location.file} yet: start the program once first.`;
  await openConnections();
  return whyNotThisVersion();
}

class LibraryMissingError extends Error {}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: { 'data-dir': { type: 'string' }, 'with-session-password': { type: 'boolean' } },
  });

/** Before the settings are read. A SQLite database is then the one of that folder; a server stays what it is. */
function moveDataDir(folder: string): void {
  process.env.DATA_DIR = folder;
  if (currentLocation().dialect === 'sqlite') delete process.env.DATABASE_URL;
}

function explain(name: string): number {
  if (name === 'help') console.log(help);
  else console.error(name ? `There is no command ${name}.\n${help}` : help);
  return name === 'help' ? 0 : 1;
}

const isUsageError = (error: unknown) =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof SettingsError || error instanceof LibraryMissingError) console.error(error.message);
  else if (isUsageError(error)) console.error(`${(error as Error).message}\n${help}`);
  else console.error(error);
  process.exitCode = 1;
} finally {
  await closeSessionStore();
  await closeConnections();
}
