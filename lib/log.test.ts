import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runApart } from '#db/testing/environment';
import { usualLevel } from '#lib/log';

test('a terminal shows what went wrong, a file gets everything', () => {
  assert.equal(usualLevel({ isTTY: true }), 'warn');
  assert.equal(usualLevel({ isTTY: false }), 'info');
  assert.equal(usualLevel({}), 'info');
});

const written = async (LOG_LEVEL: string) => {
  const module = `
    import { log } from '#lib/log';
    log().info('a request');
    log().warn('trouble');`;
  const { stderr } = await runApart(module, { LOG_LEVEL });
  return stderr.split('\n').map((line) => JSON.parse(line).msg);
};

test('without LOG_LEVEL requests are written where nobody looks on', async () => {
  assert.deepEqual(await written(''), ['a request', 'trouble']);
});

test('LOG_LEVEL decides', async () => {
  assert.deepEqual(await written('warn'), ['trouble']);
});
