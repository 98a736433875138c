import { parseArgs } from 'node:util';
import next from 'next';
import { closeConnections } from '#db/connections';
import { SettingsError, settings } from '#lib/env';
import { log } from '#lib/log';
import { prepareData } from '#lib/start/prepare-data';
import { StartRefusal } from '#lib/start/refusal';
import { createLibraryServer, drain, listen } from '#lib/start/serve';

const patience = 10_000;
const tell = (sentence: string) => console.log(sentence);

/**
 * Takes the port first, so that a second start changes nothing; then prepares the data and the pages. Requests
 * that come meanwhile wait.
 */
async function start(): Promise<void> {
  const { values } = parseArgs({ options: { dev: { type: 'boolean', default: false } } });
  const { PORT, HOST, BASE_URL } = settings();
  const ready = Promise.withResolvers<void>();
  const server = createLibraryServer(async (request, response) => {
    await ready.promise;
    await site.getRequestHandler()(request, response);
  });
  const site = next({ dev: values.dev, dir: import.meta.dirname, quiet: true, httpServer: server });
  await listen(server, PORT, HOST);
  await prepareData(settings(), new Date(), tell);
  await site.prepare();
  ready.resolve();
  stopOnSignal(async () => {
    await drain(server, patience);
    await site.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : PORT;
  tell(`LocalLibrary is ready: ${BASE_URL ?? `http://localhost:${port}`}`);
}

function stopOnSignal(stop: () => Promise<void>): void {
  const end = async () => {
    await stop();
    await closeConnections();
    log().flush();
    process.exit(0);
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

start().catch((error: unknown) => {
  if (!(error instanceof SettingsError || error instanceof StartRefusal)) console.error(error);
  else console.error(error.message);
  process.exit(1);
});
