import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { maxBodyBytes, readActionBody } from '#lib/http/action-body';

type Part = [name: string, value: string, more?: string];

const encoder = new TextEncoder();

const partsOf = (parts: Part[]) =>
  `${parts.map(([name, value, more = '']) => `--X\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`).join('')}--X--\r\n`;

const multipart = 'multipart/form-data; boundary=X';

function read(body: string | Part[], { type = multipart, call = false } = {}) {
  const headers = new Headers({
    ...(type && { 'content-type': type }),
    ...(call && { 'next-action': '40ab' }),
  });
  return readActionBody(headers, encoder.encode(typeof body === 'string' ? body : partsOf(body)));
}

/** What is read of it anew; the status where it is refused. */
async function outcome(...sent: Parameters<typeof read>) {
  const result = await read(...sent);
  if (!result.ok) return result.status;
  const form = await new Response(Buffer.from(result.body), {
    headers: { 'content-type': result.type },
  }).formData();
  return Object.fromEntries(form);
}

const state = '{"typed":{"title":"$$5"},"errors":{}}';
const id = '$ACTION_ID_40ab';

test('a form that names its action is taken, with all its fields', async () => {
  assert.deepEqual(
    await outcome([
      [id, ''],
      ['add', '吾輩'],
      ['__proto__', 'x'],
    ]),
    Object.fromEntries([
      [id, ''],
      ['add', '吾輩'],
      ['__proto__', 'x'],
    ]),
  );
  const bound: Part[] = [
    ['$ACTION_REF_2', ''],
    ['$ACTION_2:0', '{"id":"40ab","bound":"$@1"}'],
    ['$ACTION_2:1', `[${state}]`],
    ['$ACTION_KEY', 'k1'],
  ];
  assert.equal(typeof (await outcome(bound)), 'object');
  assert.equal(typeof (await outcome([[id, '']], { type: 'Multipart/Form-Data; boundary="X"' })), 'object');
});

test('a call with the fields of a form is taken', async () => {
  for (const args of ['["$K1"]', `[${state},"$K1"]`, '["$undefined","$K1"]'])
    assert.deepEqual(
      await outcome(
        [
          ['_1_add', '5'],
          ['0', args],
        ],
        { call: true },
      ),
      { 0: args, _1_add: '5' },
    );
});

test('an action that takes no form is called without one', async () => {
  for (const args of ['[]', `[${state}]`, '["$undefined"]']) {
    const result = await read(args, { type: 'text/plain;charset=UTF-8', call: true });
    assert.ok(result.ok);
    assert.equal(Buffer.from(result.body).toString(), args);
    assert.equal(result.type, 'text/plain;charset=UTF-8');
  }
});

for (const args of [
  '',
  'x',
  'null',
  '{}',
  '[]',
  '[1,2',
  '["$F1"]',
  '["$Q1"]',
  '["$K1","$K2","$K3"]',
  '["$K123456789"]',
  '[{"typed":{"a":"$1"},"errors":{}},"$K1"]',
  '[{"typed":{"a":{"b":"c"}},"errors":{}},"$K1"]',
  '[{"typed":{},"errors":{},"__proto__":{"isAdmin":true}},"$K1"]',
  '[{"typed":{"\\u005f_proto__":"x"},"errors":{}},"$K1"]',
  '['.repeat(50_000),
])
  test(`a call with ${args.slice(0, 40)} is none`, async () => {
    assert.equal(await outcome([['0', args]], { call: true }), 400);
    const bound: Part[] = [
      ['$ACTION_REF_1', ''],
      ['$ACTION_1:0', '{"id":"40ab","bound":"$@1"}'],
      ['$ACTION_1:1', args],
    ];
    assert.equal(await outcome(bound), 400);
    assert.equal(
      await outcome([
        ['$ACTION_REF_1', ''],
        ['$ACTION_1:0', args],
      ]),
      400,
    );
  });

for (const [what, sent, options] of [
  ['nothing', ''],
  ['no end', partsOf([[id, '']]).replace('--X--', '')],
  ['another boundary', partsOf([[id, '']]), { type: 'multipart/form-data; boundary=Y' }],
  ['no boundary', partsOf([[id, '']]), { type: 'multipart/form-data' }],
  ['lines that end otherwise', partsOf([[id, '']]).replaceAll('\r', '')],
  ['a part without a name', '--X\r\nContent-Disposition: form-data\r\n\r\na\r\n--X--\r\n'],
  ['fields that are no form', [['a', 'b']]],
  ['a key alone', [['$ACTION_KEY', 'k']]],
  ['a reference to nothing', [['$ACTION_REF_1', '']]],
  ['a call without arguments', [['_1_add', '5']], { call: true }],
  [
    'a call with two',
    [
      ['0', '["$K1"]'],
      ['0', '["$K1"]'],
    ],
    { call: true },
  ],
  ['a call in a file', [['0', '["$K1"]', '; filename="0"']], { call: true }],
  ['a text that is no call', '[]', { type: 'text/plain' }],
  ['a text that is no list', '{}', { type: 'text/plain', call: true }],
  ['fields that are not there', '["$K1"]', { type: 'text/plain', call: true }],
  ['a reference in a text', '["$F1"]', { type: 'text/plain', call: true }],
  ['a prototype in a text', '[{"typed":{},"errors":{},"__proto__":{}}]', { type: 'text/plain', call: true }],
  ['JSON', '{}', { type: 'application/json' }],
  ['another kind of form', 'a=b', { type: 'application/x-www-form-urlencoded' }],
  ['no type', 'a', { type: '' }],
] as [string, string | Part[], Parameters<typeof read>[1]][])
  test(`${what} is refused`, async () => assert.equal(await outcome(sent, options), 400));

test('what is too large is refused as that', async () => {
  assert.equal(await outcome([[id, 'a'.repeat(maxBodyBytes)]]), 413);
  assert.equal(typeof (await outcome([[id, 'a'.repeat(maxBodyBytes - 200)]])), 'object');
});

test('whatever is cut or spoilt, nothing is thrown', async () => {
  const whole = encoder.encode(
    partsOf([
      ['_1_add', '5'],
      ['0', `[${state},"$K1"]`],
    ]),
  );
  const headers = new Headers({ 'content-type': multipart, 'next-action': '40ab' });
  const anyChange = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255), end: fc.nat(whole.length) });
  const property = fc.asyncProperty(anyChange, async ({ at, byte, end }) => {
    const sent = whole.slice(0, end);
    if (at < end) sent[at] = byte;
    const result = await readActionBody(headers, sent);
    assert.ok(result.ok || result.status === 400);
  });
  await fc.assert(property);
});
