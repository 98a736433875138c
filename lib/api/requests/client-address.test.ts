import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { clientOf } from '#lib/api/requests/client-address';

const rows: [client: string, proxies: number, peer: string | undefined, forwardedFor?: string][] = [
  ['192.0.2.1', 0, '192.0.2.1'],
  ['192.0.2.1', 0, '::ffff:192.0.2.1'],
  ['192.0.2.1', 0, '192.0.2.1', '203.0.113.9'],
  ['203.0.113.9', 1, '127.0.0.1', '203.0.113.9'],
  ['203.0.113.9', 1, '127.0.0.1', '198.51.100.1, 203.0.113.9'],
  ['198.51.100.1', 2, '127.0.0.1', '6.6.6.6, 198.51.100.1,203.0.113.9'],
  ['127.0.0.1', 2, '127.0.0.1', '203.0.113.9'],
  ['127.0.0.1', 1, '127.0.0.1'],
  ['127.0.0.1', 1, '127.0.0.1', 'unknown'],
  ['127.0.0.1', 1, '127.0.0.1', ', '],
  ['203.0.113.9', 1, '127.0.0.1', '203.0.113.9:51234'],
  ['2001:db8:0:1::/64', 1, '127.0.0.1', '[2001:db8:0:1::7]:443'],
  ['2001:db8:0:1::/64', 0, '2001:DB8:0:1:aaaa:bbbb:cccc:dddd'],
  ['2001:db8:0:1::/64', 0, '2001:0db8:0000:0001::1'],
  ['0:0:0:0::/64', 0, '::1'],
  ['fe80:0:0:0::/64', 0, 'fe80::1%eth0'],
  ['unknown', 0, undefined],
  ['unknown', 0, 'socket'],
];

for (const [client, proxies, peer, forwardedFor] of rows) {
  test(`${peer} with “${forwardedFor}” behind ${proxies} is ${client}`, () =>
    assert.equal(clientOf({ peer, forwardedFor }, proxies), client));
}

test('an IPv6 address counts with its network, however it is written', () => {
  const group = fc.integer({ min: 1, max: 0xffff });
  fc.assert(
    fc.property(
      fc.array(group, { minLength: 4, maxLength: 4 }),
      fc.ipV6().filter((text) => !text.includes('.')),
      (network, host) => {
        const hex = network.map((part) => part.toString(16));
        const tail = host.replaceAll('::', ':').split(':').filter(Boolean).slice(0, 4);
        const full = [...hex, ...tail, ...Array<string>(4 - tail.length).fill('0')].join(':');
        assert.equal(clientOf({ peer: full, forwardedFor: undefined }, 0), `${hex.join(':')}::/64`);
      },
    ),
  );
});

test('whatever a header holds, there is a client', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(9), (forwardedFor, proxies) => {
      assert.ok(clientOf({ peer: '192.0.2.1', forwardedFor }, proxies).length < 60);
    }),
  );
});
