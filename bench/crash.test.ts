import assert from 'node:assert/strict';
import { test } from 'node:test';
import { temporaryFolder } from '#db/testing/environment';
import type { Round } from './crash/rounds.ts';
import { crashRounds } from './crash.ts';

test('killed in random moments, the library loses nothing that it told, and nothing is half', async () => {
  const rounds: Round[] = [];
  // On a busy machine the moment may come before the first write was told.
  for (let tries = 0; tries < 4 && !rounds.some(({ told }) => told > 0); tries++)
    rounds.push(...(await crashRounds(`${temporaryFolder}/crash-${tries}`, 4)));
  for (const { kind, lost, half } of rounds)
    assert.deepEqual({ kind, lost, half }, { kind, lost: 0, half: [] });
  assert.ok(rounds.some(({ told }) => told > 0));
});
