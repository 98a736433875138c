import assert from 'node:assert/strict';
import { test } from 'node:test';
import { temporaryFolder } from '#db/testing/environment';
import { crashRounds } from './crash.ts';

test('killed in random moments, the library loses nothing that it told, and nothing is half', async () => {
  const rounds = await crashRounds(`${temporaryFolder}/crash`, 4);
  for (const { kind, lost, half } of rounds)
    assert.deepEqual({ kind, lost, half }, { kind, lost: 0, half: [] });
  assert.ok(rounds.some(({ told }) => told > 0));
});
