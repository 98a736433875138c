import { closeConnections, openConnections } from '#db/connections';
import { type CommandResult, listJobs, runJobNow } from '#lib/cli/jobs';
import { sessionsClear } from '#lib/cli/sessions-clear';
import { SettingsError, settings } from '#lib/env';
import { jobs } from '#lib/jobs/registry';
import { closeSessionStore } from '#lib/session/engines/engine';

type Command = { usage: string; says: string; run: (words: string[]) => Promise<CommandResult> };

const clock = () => new Date();
const done = (message: string): CommandResult => ({ message, code: 0 });

const commands: Record<string, Command> = {
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
    run: async () => done(await sessionsClear(clock())),
  },
};

const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length));
const help = [
  'Usage: npm run library -- <command>',
  ...Object.values(commands).map(({ usage, says }) => `  ${usage.padEnd(width)}  ${says}`),
].join('\n');

/** `npm run library -- <command>`: prints what was done and ends with 0, or one sentence and 1. */
async function main([name = '', ...words]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return explain(name);
  settings();
  await openConnections();
  const { message, code } = await command.run(words);
  console.log(message);
  return code;
}

function explain(name: string): number {
  if (name === 'help') console.log(help);
  else console.error(name ? `There is no command ${name}.\n${help}` : help);
  return name === 'help' ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exitCode = 1;
} finally {
  await closeSessionStore();
  await closeConnections();
}
