import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertMemory, explained } from './memory-needs.mjs';
import { Failure } from './run.mjs';

const baking = { task: 'Baking', usual: 800, least: 600 };

function said(context, available) {
  const log = context.mock.method(console, 'log', () => {});
  assertMemory(baking, available);
  return log.mock.calls.map(({ arguments: [sentence] }) => sentence);
}

test('with memory enough nothing is said', (context) => {
  assert.deepEqual(said(context, 800), []);
  assert.deepEqual(said(context, Number.POSITIVE_INFINITY), []);
});

test('with little memory it is tried after a warning', (context) => {
  const [warning] = said(context, 700);
  assert.match(warning, /^Baking takes about 800 MB of memory, and 700 MB are free here/);
});

test('with less it is refused, with what there is and what to do', () => {
  assert.throws(
    () => assertMemory(baking, 400),
    ({ report }) =>
      /about 800 MB .* 400 MB are free here: stop other programs.*installation\.md/.test(report),
  );
});

test('what the system ended is explained in one line', () => {
  const failure = explained(new Failure(137, '', true), baking, 500);
  assert.equal(failure.code, 137);
  assert.match(
    failure.report,
    /^Baking was ended by the system.*memory.*800 MB, and 500 MB were free; stop.*$/,
  );
});

test('where nobody knows how much was free, nothing is said of it', () => {
  const { report } = explained(new Failure(137, '', true), baking, Number.POSITIVE_INFINITY);
  assert.match(report, /it takes about 800 MB; stop/);
});

test('a worker that was ended and a heap that was full are the same', () => {
  for (const report of [
    'Next.js build worker exited with code: null and signal: SIGKILL',
    'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    'memory allocation of 1048576 bytes failed',
  ])
    assert.match(explained(new Failure(1, report), baking, 500).report, /^Baking was ended by the system/);
});

test('another failure stays what it is', () => {
  for (const error of [new Failure(1, 'Type error: …'), new Error('spawn ENOENT')])
    assert.equal(explained(error, baking, 500), error);
});
