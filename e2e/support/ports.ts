import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** One that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

/** The port that the library says it is ready at. */
export function announcedPort(child: ChildProcess, told: () => string): Promise<string> {
  return new Promise((resolve) => {
    child.stdout?.on('data', () => {
      const address = /LocalLibrary is ready: \S+?:(\d+)\s/.exec(told());
      if (address?.[1]) resolve(address[1]);
    });
  });
}

/** The same port once a library answers there; none if its process ends before. */
export async function answeringPort(child: ChildProcess, port: string): Promise<string | undefined> {
  while (child.exitCode === null && child.signalCode === null) {
    if (await isHealthy(port)) return port;
    await wait(100);
  }
  return undefined;
}

const isHealthy = (port: string) =>
  fetch(`http://localhost:${port}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
