import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runApart } from '#db/testing/environment';

const writing = `
    import { setTimeout as pause } from 'node:timers/promises';
    import { consoleIntoLog } from '#lib/console-log';
    consoleIntoLog();
    console.error('a failure', new Error('near "geheim"'));
    console.warn('\\u001b[33ma warning\\u001b[0m\\nof two lines');
    console.log('just so');
    console.info('');
    process.emitWarning('old', 'DeprecationWarning', 'DEP0001');
    Promise.reject(new Error('lost "geheim"'));
    await pause(50);
    process.stdout.write('to the person');`;

const lines = (text: string) => text.split('\n').map((line) => JSON.parse(line));

test('what is written to the console, what Node warns of and what nobody caught are lines of the log', async () => {
  const { stderr, stdout } = await runApart(writing, { LOG_LEVEL: 'info' });
  const told = lines(stderr).map(({ level, msg, error }) => [level, (error ?? msg).split('\n')[0]]);
  for (const line of [
    [50, 'a failure Error: near “…”'],
    [40, 'a warning of two lines'],
    [30, 'just so'],
    [40, 'DEP0001 DeprecationWarning: old'],
    [50, 'Error: lost “…”'],
  ])
    assert.ok(
      told.some((one) => String(one) === String(line)),
      String(line),
    );
  assert.equal(told.length, 5);
  assert.doesNotMatch(stderr, /geheim/);
  assert.equal(stdout, 'to the person');
});
