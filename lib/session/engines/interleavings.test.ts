import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase, testNow } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { sessionStore } from '#lib/session/engines/engine';
import { open } from '#lib/session/seal/seal';
import { entriesOf, knownBrowser, type RunningRequest, TestBrowser } from '#lib/session/testing/browser';
import { onEngines, storingEngines } from '#lib/session/testing/engines';
import { anyOperation, anyValues, type Model, type Operation } from '#lib/session/testing/operations';
import type { TestValues } from '#lib/session/testing/shape';

freshDatabase();

function after(before: Model, operations: Operation[]): Model {
  const model = new Map(before);
  for (const { expected } of operations) expected(model);
  return model;
}

const visitsIn = (model: Model) => Number(model.get('num_visits') ?? 0);

/** What a request that began with `before` makes of what is `kept` when it ends. */
function write(kept: Model, before: Model, operations: Operation[]): void {
  const then = after(before, operations);
  const ifOneMore = after(new Map([...before, ['num_visits', visitsIn(before) + 1]]), operations);
  const onlyAdded = visitsIn(ifOneMore) === visitsIn(then) + 1;
  for (const key of new Set([...before.keys(), ...then.keys()])) {
    if (JSON.stringify(before.get(key)) === JSON.stringify(then.get(key))) continue;
    if (key === 'num_visits' && onlyAdded) kept.set(key, visitsIn(kept) + visitsIn(then) - visitsIn(before));
    else if (then.has(key)) kept.set(key, then.get(key));
    else kept.delete(key);
  }
}

const perform = ({ session }: RunningRequest, operations: Operation[]) => {
  for (const { on } of operations) on(session);
};

const destroys = (operations: Operation[]) => operations.some(({ name }) => name === 'flush');

const anyOperations = fc.array(anyOperation, { maxLength: 5 });
const anyBeginning = fc.record({ values: anyValues, isStored: fc.boolean() });

type Beginning = { values: Partial<TestValues>; isStored: boolean };

/** More visits than any operation sets, so that setting them is always a change. */
async function browserWith({ values, isStored }: Beginning): Promise<TestBrowser> {
  const first = { ...values, num_visits: 100 };
  if (isStored) return knownBrowser((s) => s.update(first));
  const browser = new TestBrowser();
  await browser.request((s) => s.update(first));
  return browser;
}

const valuesOf = async (browser: TestBrowser): Promise<Model> =>
  new Map(Object.entries(await browser.request(entriesOf)));

const identityOf = async (browser: TestBrowser) =>
  (await open<{ id?: string }>(browser.cookie() ?? '', testNow))?.content.id ?? '';

onEngines(storingEngines, () => {
  test('two requests at once: the last writer of a key wins, additions add up, destroyed is destroyed', async () => {
    const anyTurns = fc.tuple(anyOperations, anyOperations, fc.boolean());
    const property = fc.asyncProperty(anyBeginning, anyTurns, async (beginning, [one, other, otherFirst]) => {
      const browser = await browserWith(beginning);
      const window = browser.copy();
      const id = await identityOf(browser);
      const before = await valuesOf(browser);
      const turns = [
        { running: await browser.begin(), operations: one },
        { running: await browser.begin(), operations: other },
      ];
      for (const { running, operations } of turns) perform(running, operations);
      const kept = new Map(before);
      for (const { running, operations } of otherFirst ? turns.toReversed() : turns) {
        await running.answer();
        write(kept, before, operations);
      }
      const destroyed = destroys(one) || destroys(other);
      assert.deepEqual(await window.request(entriesOf), destroyed ? {} : Object.fromEntries(kept));
      if (destroyed) assert.equal(await (await sessionStore())?.read(id, testNow), 'ended');
    });
    await fc.assert(property, { numRuns: 80 });
  });

  test('where one of them destroyed it first, a new session holds what the other wrote', async () => {
    const property = fc.asyncProperty(anyBeginning, anyOperations, async (beginning, operations) => {
      fc.pre(!destroys(operations));
      const browser = await browserWith(beginning);
      const before = await valuesOf(browser);
      const late = await browser.begin();
      perform(late, operations);
      await browser.request((s) => s.flush());
      await late.answer();
      const begun: Model = new Map();
      write(begun, before, operations);
      assert.deepEqual(await browser.request(entriesOf), Object.fromEntries(begun));
    });
    await fc.assert(property, { numRuns: 30 });
  });
});
