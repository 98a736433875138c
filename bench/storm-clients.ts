import { connect } from 'node:net';

/** What a storm consists of: so many connections, each with so many requests for `url` in one piece. */
export type Storm = { url: string; connections: number; requests: number };

/** How many answers of each status came back. */
export type Statuses = Record<string, number>;

process.once('message', async (storm: Storm) => {
  const statuses: Statuses = {};
  await Promise.all(Array.from({ length: storm.connections }, () => countAnswers(storm, statuses)));
  process.send?.(statuses);
  process.disconnect();
});

async function countAnswers({ url, requests }: Storm, statuses: Statuses): Promise<void> {
  const { hostname, port, host, pathname, search } = new URL(url);
  const head = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html\r\n`;
  const socket = connect(Number(port), hostname);
  socket.setEncoding('latin1').write(`${`${head}\r\n`.repeat(requests - 1)}${head}Connection: close\r\n\r\n`);
  const count = (status: string) => {
    statuses[status] = (statuses[status] ?? 0) + 1;
  };
  let rest = '';
  try {
    for await (const chunk of socket) {
      const seen = rest + chunk;
      for (const [, status = ''] of seen.matchAll(/HTTP\/1\.1 (\d{3}) /g)) count(status);
      // What may be the beginning of a status line, but is none yet.
      rest = /H(?:T|TT|TTP|TTP\/.{0,7})?$/.exec(seen.slice(-12))?.[0] ?? '';
    }
  } catch (error) {
    count(error instanceof Error && 'code' in error ? String(error.code) : 'failed');
  }
}
