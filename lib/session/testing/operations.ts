import fc from '#db/testing/fast-check';
import type { TestKey, TestSession, TestValues } from '#lib/session/testing/shape';

/** A session as it should be: a map. */
export type Model = Map<string, unknown>;

export type Operation = {
  name: string;
  on: (session: TestSession) => unknown;
  expected: (model: Model) => unknown;
};

const anyBooks = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 4 });

const anyValue: { [Key in TestKey]?: fc.Arbitrary<TestValues[Key]> } = {
  num_visits: fc.nat(20),
  language: fc.constantFrom('en', 'es', 'pt-BR'),
  theme: fc.constantFrom('system', 'light', 'dark'),
  closedNotices: fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 3 }),
  list: anyBooks,
};

const anyPair = fc
  .constantFrom(...(Object.keys(anyValue) as TestKey[]))
  .chain((key) => fc.tuple(fc.constant(key), anyValue[key] as fc.Arbitrary<never>));

export const anyValues = fc.record(anyValue, { requiredKeys: [], noNullPrototype: true });

function pop(model: Model, key: string, fallback: unknown): unknown {
  const value = model.has(key) ? model.get(key) : fallback;
  model.delete(key);
  return value;
}

const onOneKey = ([key, value]: [TestKey, never]): Operation[] => [
  { name: `get ${key}`, on: (s) => s.get(key), expected: (m) => m.get(key) },
  {
    name: `set ${key}`,
    on: (s) => s.set(key, structuredClone(value)),
    expected: (m) => void m.set(key, structuredClone(value)),
  },
  {
    name: `update ${key}`,
    on: (s) => s.update({ [key]: structuredClone(value) }),
    expected: (m) => void m.set(key, structuredClone(value)),
  },
  { name: `delete ${key}`, on: (s) => s.delete(key), expected: (m) => m.delete(key) },
  { name: `pop ${key}`, on: (s) => s.pop(key, value), expected: (m) => pop(m, key, value) },
  {
    name: `default ${key}`,
    on: (s) => s.setDefault(key, structuredClone(value)),
    expected: (m) => (m.has(key) ? m : m.set(key, structuredClone(value))).get(key),
  },
];

const increment = (by: number): Operation => ({
  name: `increment by ${by}`,
  on: (s) => s.increment('num_visits', by),
  expected: (m) => m.set('num_visits', Number(m.get('num_visits') ?? 0) + by).get('num_visits'),
});

const push = (book: number): Operation => ({
  name: `push ${book} inside a value`,
  on: (s) => void s.get('list')?.push(book),
  expected: (m) => void (m.has('list') && m.set('list', [...(m.get('list') as number[]), book])),
});

const clear: Operation = { name: 'clear', on: (s) => s.clear(), expected: (m) => m.clear() };
const flush: Operation = { name: 'flush', on: (s) => s.flush(), expected: (m) => m.clear() };
const cycleKey: Operation = { name: 'cycleKey', on: (s) => s.cycleKey(), expected: () => undefined };

/** What requests of one browser may do, also at once. */
export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 10, arbitrary: anyPair.chain((pair) => fc.constantFrom(...onOneKey(pair))) },
  { weight: 4, arbitrary: fc.nat(5).map(increment) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 9 }).map(push) },
  { weight: 1, arbitrary: fc.constantFrom(clear, flush) },
);

/** What they may do one after the other. */
export const anyOperationAlone = fc.oneof(
  { weight: 20, arbitrary: anyOperation },
  { weight: 1, arbitrary: fc.constant(cycleKey) },
);
