import { serverFlags } from '../../scripts/steps/server.mjs';

/** The commands that people start a library with. */
export const doors = ['npm start', 'next start', 'next dev'] as const;

export type Door = (typeof doors)[number];

const next = 'node_modules/next/dist/bin/next';

const commands: Record<Door, (port: string) => string[]> = {
  'npm start': () => [...serverFlags, 'server.ts'],
  'next start': (port) => [next, 'start', '--port', port],
  // Its files are in .next/dev, beside the built pages.
  'next dev': (port) => [next, 'dev', '--port', port],
};

/** What Node runs for a door, and in which mode. */
export const commandOf = (door: Door, port: string) => ({
  args: commands[door](port),
  mode: door === 'next dev' ? ('development' as const) : ('production' as const),
});

/** `next dev` compiles a page when it is first asked for: longer than a test waits. */
export async function compilePages(url: string): Promise<void> {
  for (const path of ['/', '/books', '/books/1', '/nothing']) await fetch(url + path);
}
