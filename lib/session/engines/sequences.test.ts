import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { entriesOf, TestBrowser } from '#lib/session/testing/browser';
import { engines, onEngines } from '#lib/session/testing/engines';
import { anyOperationAlone, type Model, type Operation } from '#lib/session/testing/operations';

freshDatabase();

const anyRequests = fc.array(fc.array(anyOperationAlone, { maxLength: 5 }), { maxLength: 6 });

/** One request: each operation returns what it would on a map, and the next request finds what the map holds. */
async function follows(browser: TestBrowser, model: Model, operations: Operation[]): Promise<void> {
  await browser.request((session) => {
    for (const { name, on, expected } of operations) {
      assert.deepEqual(on(session), expected(model), name);
      assert.deepEqual(entriesOf(session), Object.fromEntries(model), name);
    }
  });
  assert.deepEqual(await browser.request(entriesOf), Object.fromEntries(model));
}

onEngines(engines, () => {
  test('any sequence of requests does what it would do to a map', async () => {
    const anySequence = fc.asyncProperty(anyRequests, async (requests) => {
      const browser = new TestBrowser();
      const model: Model = new Map();
      for (const operations of requests) await follows(browser, model, operations);
    });
    await fc.assert(anySequence, { numRuns: 40 });
  });
});
