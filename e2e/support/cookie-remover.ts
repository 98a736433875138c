import { once } from 'node:events';
import { createServer, request } from 'node:http';

export type CookieRemover = { url: string; stop: () => void };

/** A second address of a library, where every browser is one that keeps no cookies. */
export async function startCookieRemover(libraryUrl: string): Promise<CookieRemover> {
  const server = createServer((asked, response) => {
    const { cookie: _, ...headers } = asked.headers;
    const onward = request(libraryUrl + asked.url, { method: asked.method, headers }, (answer) => {
      const { 'set-cookie': __, ...kept } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, kept);
      answer.pipe(response);
    });
    onward.once('error', () => response.destroy());
    asked.pipe(onward);
  });
  await once(server.listen(0), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://localhost:${port}`, stop };
}
