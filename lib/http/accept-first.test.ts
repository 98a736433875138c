import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { test } from 'node:test';
import { acceptFirst } from '#lib/http/accept-first';

test('whoever answers waits until all who came are taken up, each of those who wait', async () => {
  const server = createServer();
  const calm = acceptFirst(server);
  let came = 0;
  server.on('connection', () => {
    came += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  assert.equal(calm(), undefined);
  const { port } = server.address() as AddressInfo;
  const sockets = Array.from({ length: 100 }, () => connect(port, '127.0.0.1'));
  await once(server, 'connection');
  const seen: number[] = [];
  await Promise.all(
    [1, 2, 3].map(async () => {
      await calm();
      seen.push(came);
    }),
  );
  assert.deepEqual(seen, [100, 100, 100]);
  assert.equal(calm(), undefined);
  for (const socket of sockets) socket.destroy();
  server.close();
});
