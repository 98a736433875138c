import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import next from 'next';
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_SERVER } from 'next/constants.js';
import { closeConnections } from '#db/connections';
import { boot, startupMessage } from '#lib/boot/boot';
import { consoleIntoLog } from '#lib/console-log';
import { settings } from '#lib/env';
import { createLibraryServer, drain, listen, type RequestListener } from '#lib/http/server';
import { log } from '#lib/log';
import { closeSessionStore } from '#lib/session/engines/engine';

const timeoutMs = 10_000;
const print = (sentence: string) => process.stdout.write(`${sentence}\n`);

/**
 * Takes the port first, so that a second start changes nothing; then prepares the data and the pages. Requests
 * that come meanwhile wait.
 */
async function start(): Promise<void> {
  const { values } = parseArgs({ options: { dev: { type: 'boolean', default: false } } });
  const { PORT, HOST, BASE_URL } = settings();
  const leaveToNext = values.dev ? () => {} : consoleIntoLog();
  const ready = Promise.withResolvers<RequestListener>();
  const answer: RequestListener = async (request, response) => (await ready.promise)(request, response);
  // While pages are written, Next tells browsers of changes over a protocol of its own.
  const server = values.dev ? createLibraryServer(answer, {}) : createLibraryServer(answer);
  await listen(server, PORT, HOST);
  await boot(print);
  const port = portOf(server);
  const site = await openSite({ dev: values.dev, server, hostname: ownName(HOST), port });
  leaveToNext();
  ready.resolve(site.getRequestHandler());
  stopOnSignal(async () => {
    await drain(server, timeoutMs);
    await site.close();
  });
  print(`LocalLibrary is ready: ${BASE_URL ?? `http://localhost:${port}`}`);
}

type Site = { dev: boolean; server: Server; hostname: string; port: number };

/**
 * Next's part of the server. It asks itself for the page that a Server Action redirects to, over http whatever the
 * browser speaks with the proxy in front: the variable is what `next start` tells it with.
 */
async function openSite({ dev, server, hostname, port }: Site) {
  process.env.__NEXT_PRIVATE_ORIGIN = `http://${hostname}:${port}`;
  const site = next({ dev, dir: import.meta.dirname, quiet: true, httpServer: server, hostname, port });
  await loadConfigQuietly(dev);
  await site.prepare();
  return site;
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server listens nowhere.');
  return address.port;
}

/** Where this process reaches itself. */
function ownName(host: string | undefined): string {
  if (!host || host === '0.0.0.0') return '127.0.0.1';
  return host.includes(':') ? `[${host === '::' ? '::1' : host}]` : host;
}

/** Next tells how long its configuration took, unless it finds it loaded: nothing a librarian wants to read. */
async function loadConfigQuietly(dev: boolean): Promise<void> {
  const { default: loadConfig } = createRequire(import.meta.url)('next/dist/server/config');
  await loadConfig(dev ? PHASE_DEVELOPMENT_SERVER : PHASE_PRODUCTION_SERVER, import.meta.dirname);
}

function stopOnSignal(stop: () => Promise<void>): void {
  const end = async () => {
    await stop();
    await closeSessionStore();
    await closeConnections();
    log().flush();
    process.exit(0);
  };
  let stopping = false;
  // A service manager may signal twice; with `once` the second signal would cut the last requests off.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (!stopping) void end();
      stopping = true;
    });
  }
}

start().catch(async (error: unknown) => {
  process.stderr.write(`${startupMessage(error)}\n`);
  await closeSessionStore();
  await closeConnections();
  process.exit(1);
});
