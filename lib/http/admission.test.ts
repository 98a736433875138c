import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { admission } from '#lib/http/admission';

test('never more are inside than may be, and whoever waited longest comes next', async () => {
  const anySteps = fc.array(fc.constantFrom('enter', 'leave'), { maxLength: 60 });
  const property = fc.asyncProperty(anySteps, fc.nat(3), fc.nat(5), async (steps, others, queue) => {
    const most = others + 1;
    const { enter, leave } = admission({ most, queue, patience: 60_000 });
    let inside = 0;
    const entered: number[] = [];
    const waiting: number[] = [];
    for (const [n, step] of steps.entries()) {
      if (step === 'leave') {
        if (inside === 0) continue;
        leave();
        inside -= 1;
        const next = waiting.shift();
        await Promise.resolve();
        if (next !== undefined) {
          assert.equal(entered.at(-1), next);
          inside += 1;
        }
        continue;
      }
      const answer = enter();
      if (answer === true) {
        assert.equal(waiting.length, 0);
        inside += 1;
      } else if (answer === false) {
        assert.deepEqual([inside, waiting.length], [most, queue]);
      } else {
        waiting.push(n);
        void answer.then((isIn) => isIn && entered.push(n));
      }
      assert.ok(inside <= most);
    }
    for (let left = inside + waiting.length; left > 0; left--) leave();
    assert.equal(enter(), true);
  });
  await fc.assert(property);
});

test('who has waited long enough hears that there is no place, and takes none later', async () => {
  const { enter, leave } = admission({ most: 1, queue: 5, patience: 5 });
  assert.equal(await enter(), true);
  assert.deepEqual(await Promise.all([enter(), enter()]), [false, false]);
  leave();
  assert.equal(await enter(), true);
});
