import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, type TestContext, test } from 'node:test';
import { ask } from '../support/http-client.ts';
import { type Library, startLibrary } from '../support/library-server.ts';

let library: Library;
let id: string;
before(async () => {
  library = await startLibrary();
  id = /\$ACTION_ID_([0-9a-f]+)/.exec((await ask(`${library.url}/books`)).text)?.[1] ?? '';
});
after(() => library.stop());

type Part = [name: string, value: string];
type Sent = { headers?: Record<string, string>; body: string; chunked?: true };

const multipart = { 'content-type': 'multipart/form-data; boundary=X' };
const form = (parts: Part[]) =>
  `${parts.map(([name, value]) => `--X\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}--X--\r\n`;

let sendings = 0;

/** The lines of the log, once it has one for each request. */
async function logged(t: TestContext): Promise<Record<string, unknown>[]> {
  return t.waitFor(
    () => {
      const lines = library.log().map((line) => JSON.parse(line));
      // The first asked for the form.
      assert.equal(lines.filter(({ method }) => method).length, sendings + 1);
      return lines;
    },
    { timeout: 10_000 },
  );
}

/** The status of the answer to what is sent byte by byte as it stands. */
function send({ headers = multipart, body, chunked }: Sent, path = '/books'): Promise<number> {
  sendings += 1;
  const { hostname, port, host } = new URL(library.url);
  const length = chunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${Buffer.byteLength(body)}`;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const chunk = body && `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n`;
  const content = chunked ? `${chunk}0\r\n\r\n` : body;
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('latin1').on('data', (text) => {
      answer += text;
    });
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])));
    socket.on('error', reject);
    const head = [`POST ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close', length, ...lines];
    socket.write(`${head.join('\r\n')}\r\n\r\n${content}`);
  });
}

const call = () => ({ ...multipart, 'next-action': id });
const textCall = () => ({ ...call(), 'content-type': 'text/plain;charset=UTF-8' });
const named = () => form([[`$ACTION_ID_${id}`, '']]);
const called = (args: string) => form([['0', args]]);

test('A form of ours is taken, by script and without, also for an action that is meant for another form', async () => {
  assert.equal(await send({ body: named() }), 303);
  assert.equal(await send({ headers: call(), body: called('["$K1"]') }), 200);
  assert.equal(await send({ headers: textCall(), body: '[]' }), 200);
  assert.equal(await send({ headers: call(), body: called('[{"typed":{},"errors":{}},"$K1"]') }), 200);
  const bound: Part[] = [
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`],
    ['$ACTION_1:1', '[{"typed":{},"errors":{}}]'],
  ];
  assert.equal(await send({ body: form(bound) }), 303);
});

const large = 'a'.repeat(1024 * 1024);

const malformed: [what: string, status: number, sent: () => Sent][] = [
  ['nothing', 400, () => ({ headers: {}, body: '' })],
  ['an empty form', 400, () => ({ body: '' })],
  ['a form that ends early', 400, () => ({ body: named().slice(0, -8) })],
  ['another boundary', 400, () => ({ body: named().replaceAll('--X', '--Y') })],
  ['bytes', 400, () => ({ body: '\0\u0001' })],
  ['another type', 400, () => ({ headers: { 'content-type': 'application/json' }, body: '{}' })],
  [
    'the other type of forms',
    400,
    () => ({ headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `$ACTION_ID_${id}=` }),
  ],
  ['an action that is none', 400, () => ({ body: form([['$ACTION_ID_zz', '']]) })],
  ['an action that is not ours', 400, () => ({ body: form([[`$ACTION_ID_${'0'.repeat(42)}`, '']]) })],
  ['no action', 400, () => ({ body: form([['add', '1']]) })],
  ['an action of a broken reference', 400, () => ({ body: form([['$ACTION_REF_1', '']]) })],
  [
    'an action bound to what is none',
    400,
    () => ({
      body: form([
        ['$ACTION_REF_1', ''],
        ['$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`],
        ['$ACTION_1:1', '["$Q1"]'],
      ]),
    }),
  ],
  ['a call that is none', 400, () => ({ headers: call(), body: called('[1') })],
  ['a call with nothing', 400, () => ({ headers: call(), body: called('[]') })],
  [
    'a call with a prototype',
    400,
    () => ({ headers: call(), body: called('[{"__proto__":{"a":1}},"$K1"]') }),
  ],
  ['a call with a reference', 400, () => ({ headers: call(), body: called('["$F1"]') })],
  ['a call by text with no list', 400, () => ({ headers: textCall(), body: '{}' })],
  ['a call by text with a reference', 400, () => ({ headers: textCall(), body: '["$F1"]' })],
  [
    'a call of an action that is not ours',
    400,
    () => ({ headers: { ...call(), 'next-action': `40${'0'.repeat(40)}` }, body: called('["$K1"]') }),
  ],
  ['too much', 413, () => ({ body: form([[`$ACTION_ID_${id}`, large]]) })],
  ['too much for a call', 413, () => ({ headers: call(), body: form([['_1_add', large]]) })],
];

for (const [what, status, sent] of malformed)
  test(`${what} is refused with ${status}, wherever it is sent, in one line of the log`, async (t) => {
    const loggedAlready = await logged(t);
    for (const path of ['/books', '/purchase-suggestions/new', '/nothing'])
      assert.equal(await send(sent(), path), status, path);
    assert.equal(await send({ ...sent(), chunked: true }), status, 'without a length');
    const warnings = (await logged(t)).slice(loggedAlready.length).filter(({ level }) => level !== 30);
    assert.deepEqual(
      warnings.map(({ level }) => level),
      [40, 40, 40, 40],
    );
    for (const { msg } of warnings) assert.doesNotMatch(String(msg), /\n| at |typed/);
  });

test('A form that is cut off is refused, and the next is answered', async () => {
  const { hostname, port } = new URL(library.url);
  const head = 'POST /books HTTP/1.1\r\nHost: library.test\r\nContent-Length: 500\r\n';
  for (const end of ['end', 'destroy'] as const) {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {}).resume();
    socket.write(`${head}Content-Type: ${multipart['content-type']}\r\n\r\n${named().slice(0, 20)}`);
    socket[end]();
    await new Promise((resolve) => socket.once('close', resolve));
  }
  assert.equal(await send({ body: named() }), 303);
});

test('What a router says that it shows already, and is none of that, does not matter', async () => {
  const headers = { rsc: '1', 'next-router-state-tree': '%garbage' };
  for (const path of ['/books', '/nothing']) await ask(library.url + path, { headers });
});
