import { closeConnections, openConnections } from '#db/connections';
import { sessionsClear } from '#lib/cli/sessions-clear';
import { SettingsError, settings } from '#lib/env';
import { closeSessionStore } from '#lib/session/engines/engine';

type Command = { says: string; run: (now: Date) => Promise<string> };

const commands: Record<string, Command> = {
  'sessions:clear': { says: 'removes expired sessions and prints how many', run: sessionsClear },
};

const help = [
  'Usage: npm run library -- <command>',
  ...Object.entries(commands).map(([name, { says }]) => `  ${name}  ${says}`),
].join('\n');

/** `npm run library -- <command>`: prints what was done and ends with 0, or one sentence and 1. */
async function main(name = ''): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    console.error(name ? `There is no command ${name}.\n${help}` : help);
    return 1;
  }
  settings();
  await openConnections();
  console.log(await command.run(new Date()));
  return 0;
}

try {
  process.exitCode = await main(process.argv[2]);
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exitCode = 1;
} finally {
  await closeSessionStore();
  await closeConnections();
}
