import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { testNow as now } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import type { SessionRecord } from '#lib/session/record';
import { Session, SessionKeyError, SessionReadOnlyError } from '#lib/session/session';

const shape = z.object({
  num_visits: z.int().nonnegative(),
  language: z.enum(['en', 'es', 'pt-BR']),
  closedNotices: z.array(z.string()),
  lastSearch: z.object({ text: z.string(), page: z.int() }),
});

type Values = z.infer<typeof shape>;
type Key = keyof Values;
type ValuesSession = Session<Values>;

const stored = { num_visits: 3, closedNotices: ['demo'] };

const sessionOf = (values: Record<string, unknown> = {}, rest: Omit<SessionRecord, 'values'> = {}) =>
  new Session<Values>(shape, { record: { values, ...rest }, now });
const newSession = () => new Session<Values>(shape, { now });
const readOnly = (values: Record<string, unknown>) =>
  new Session<Values>(shape, { record: { values }, now, readOnly: true });

const state = ({ accessed, modified }: ValuesSession) => ({ accessed, modified });
const untouched = { accessed: false, modified: false };
const read = { accessed: true, modified: false };
const written = { accessed: true, modified: true };

type Row = [name: string, use: (session: ValuesSession) => unknown, result: unknown, after: typeof read];

const onStoredValues: Row[] = [
  ['get', (s) => s.get('num_visits'), 3, read],
  ['get of what is missing', (s) => s.get('language'), undefined, read],
  ['get with a fallback', (s) => s.get('language', 'en'), 'en', read],
  ['get with a needless fallback', (s) => s.get('num_visits', 0), 3, read],
  ['require', (s) => s.require('num_visits'), 3, read],
  ['set', (s) => s.set('num_visits', 4), undefined, written],
  ['set to the same', (s) => s.set('num_visits', 3), undefined, written],
  ['delete', (s) => s.delete('num_visits'), true, written],
  ['delete of what is missing', (s) => s.delete('language'), false, read],
  ['pop', (s) => s.pop('num_visits'), 3, written],
  ['pop with a needless fallback', (s) => s.pop('num_visits', 0), 3, written],
  ['pop of what is missing, with a fallback', (s) => s.pop('language', 'es'), 'es', read],
  ['pop with undefined as its fallback', (s) => s.pop('language', undefined), undefined, read],
  ['setDefault', (s) => s.setDefault('num_visits', 1), 3, read],
  ['setDefault of what is missing', (s) => s.setDefault('language', 'es'), 'es', written],
  ['update', (s) => s.update({ num_visits: 9, language: 'en' }), undefined, written],
  ['increment', (s) => s.increment('num_visits'), 4, written],
  ['increment by more', (s) => s.increment('num_visits', 5), 8, written],
  ['has', (s) => s.has('num_visits'), true, read],
  ['has of what is missing', (s) => s.has('language'), false, read],
  ['keys', (s) => s.keys(), ['num_visits', 'closedNotices'], read],
  ['values', (s) => s.values(), [3, ['demo']], read],
  ['entries', (s) => s.entries(), Object.entries(stored), read],
  ['iteration', (s) => [...s], Object.entries(stored), read],
  ['size', (s) => s.size, 2, read],
  ['clear', (s) => s.clear(), undefined, written],
  ['isEmpty', (s) => s.isEmpty, false, untouched],
  ['accessed', (s) => s.accessed, false, untouched],
  ['modified', (s) => s.modified, false, untouched],
  ['setExpiry', (s) => s.setExpiry(60), undefined, written],
  ['expiryAge', (s) => s.expiryAge, 1_209_600, untouched],
  ['expiryDate', (s) => s.expiryDate, new Date('2026-03-16T09:30:00.000Z'), untouched],
  ['expiresAtBrowserClose', (s) => s.expiresAtBrowserClose, false, untouched],
  ['setTestCookie', (s) => s.setTestCookie(), undefined, written],
  ['testCookieWorked', (s) => s.testCookieWorked(), false, read],
  ['cycleKey', (s) => s.cycleKey(), undefined, written],
  ['flush', (s) => s.flush(), undefined, written],
];

describe('each member says what it should and marks what it touched:', () => {
  for (const [name, use, result, after] of onStoredValues) {
    test(name, () => {
      const session = sessionOf(stored);
      assert.deepEqual(use(session), result);
      assert.deepEqual(state(session), after);
    });
  }
});

test('a session that nobody asked is untouched', () => {
  assert.deepEqual(state(sessionOf(stored)), untouched);
  assert.deepEqual(state(newSession()), untouched);
  assert.equal(newSession().isEmpty, true);
});

test('what is missing is an error that names the key, for require and for pop', () => {
  const missing = (error: unknown) =>
    error instanceof SessionKeyError && error.key === 'language' && error.message.includes('language');
  assert.throws(() => sessionOf(stored).require('language'), missing);
  assert.throws(() => sessionOf(stored).pop('language'), missing);
});

test('modified can be set, to refresh a session or to leave a change out', () => {
  const refreshed = sessionOf(stored);
  refreshed.modified = true;
  assert.equal(refreshed.modified, true);
  const touched = sessionOf(stored);
  touched.set('num_visits', 3);
  touched.modified = false;
  assert.equal(touched.modified, false);
});

test('an absent number counts as 0', () => {
  const session = newSession();
  assert.equal(session.increment('num_visits'), 1);
  assert.equal(session.get('num_visits'), 1);
});

test('a value that does not fit is refused at once and changes nothing', () => {
  const session = sessionOf(stored);
  assert.throws(() => session.set('num_visits', -1), z.ZodError);
  assert.throws(() => session.set('num_visits', '4' as never), z.ZodError);
  assert.throws(() => session.increment('num_visits', -9), z.ZodError);
  assert.throws(() => session.set('unknown' as Key, 1));
  assert.throws(() => session.update({ language: 'es', num_visits: -1 }), z.ZodError);
  assert.throws(() => session.update({ language: 'es', constructor: 1 } as never));
  assert.deepEqual(session.entries(), Object.entries(stored));
  assert.equal(session.modified, false);
});

test('a change inside a value is noticed without a flag', () => {
  const session = sessionOf(stored);
  session.get('closedNotices')?.push('hours');
  assert.equal(session.modified, true);
  assert.deepEqual(session.changes().set, { closedNotices: ['demo', 'hours'] });
});

test('a change deep inside a value is noticed, and taking it back undoes it', () => {
  const session = sessionOf({ lastSearch: { text: 'emma', page: 1 } });
  const search = session.require('lastSearch');
  search.page = 2;
  assert.equal(session.modified, true);
  search.page = 1;
  assert.equal(session.modified, false);
});

test('what was stored is not what is handed out, and what was given is what is kept', () => {
  const values = { closedNotices: ['demo'] };
  const session = sessionOf(values);
  session.get('closedNotices')?.push('hours');
  assert.deepEqual(values.closedNotices, ['demo']);
  const given = ['a'];
  session.set('closedNotices', given);
  given.push('b');
  assert.deepEqual(session.get('closedNotices'), ['a', 'b']);
  assert.deepEqual(session.changes().set, { closedNotices: ['a', 'b'] });
});

test('values of the wrong type read as absent, and the others stay', () => {
  const session = sessionOf({ num_visits: '3', language: 'tlh', closedNotices: ['demo'], lastSearch: {} });
  assert.deepEqual(session.keys(), ['closedNotices']);
  assert.equal(session.get('num_visits'), undefined);
  assert.equal(session.increment('num_visits'), 1);
});

test('stored keys that are no values of ours do nothing', () => {
  const hostile = '{"__proto__": {"visits": 7}, "constructor": 1, "toString": 2, "has": true, "admin": true}';
  const session = sessionOf(JSON.parse(hostile));
  assert.equal(session.size, 0);
  assert.equal(session.get('num_visits'), undefined);
  assert.equal(session.has('constructor' as Key), false);
  assert.equal(session.get('__proto__' as Key), undefined);
  assert.throws(() => session.set('__proto__' as Key, 1));
  assert.deepEqual(session.toRecord(), { values: {} });
  assert.equal(({} as Record<string, unknown>).num_visits, undefined);
  assert.equal(sessionOf(Object.create({ num_visits: 7 })).has('num_visits'), false);
});

const anyStored = fc.oneof(
  fc.dictionary(fc.string(), fc.jsonValue()),
  fc.record(
    {
      num_visits: fc.jsonValue(),
      language: fc.jsonValue(),
      closedNotices: fc.jsonValue(),
      lastSearch: fc.jsonValue(),
    },
    { requiredKeys: [] },
  ),
);

test('whatever was stored, a session opens and holds only what fits', () => {
  fc.assert(
    fc.property(anyStored, (values) => {
      const session = sessionOf(values);
      assert.ok(shape.partial().safeParse(Object.fromEntries(session.entries())).success);
      assert.equal(session.modified, false);
    }),
  );
});

const writers: [string, (session: ValuesSession) => unknown][] = [
  ['set', (s) => s.set('num_visits', 4)],
  ['set with a value that does not fit', (s) => s.set('num_visits', -1)],
  ['update', (s) => s.update({ num_visits: 4 })],
  ['setDefault', (s) => s.setDefault('language', 'en')],
  ['setDefault of what is there', (s) => s.setDefault('num_visits', 4)],
  ['increment', (s) => s.increment('num_visits')],
  ['delete', (s) => s.delete('num_visits')],
  ['delete of what is missing', (s) => s.delete('language')],
  ['pop', (s) => s.pop('num_visits')],
  ['pop of what is missing', (s) => s.pop('language', 'en')],
  ['clear', (s) => s.clear()],
  ['setTestCookie', (s) => s.setTestCookie()],
  ['deleteTestCookie', (s) => s.deleteTestCookie()],
  ['setExpiry', (s) => s.setExpiry(60)],
  ['cycleKey', (s) => s.cycleKey()],
  ['flush', (s) => s.flush()],
  ['modified = true', (s) => Object.assign(s, { modified: true })],
];

describe('in a Server Component every writer says where writing is possible:', () => {
  for (const [name, write] of writers) {
    test(name, () => {
      const session = readOnly(stored);
      assert.throws(
        () => write(session),
        (error) => error instanceof SessionReadOnlyError && error.message.includes('withSession'),
      );
      assert.deepEqual(session.entries(), Object.entries(stored));
      assert.equal(session.modified, false);
    });
  }
});

test('in a Server Component a change inside a value says where writing is possible, deep down', () => {
  const session = readOnly({ closedNotices: ['demo'], lastSearch: { text: 'emma', page: 1 } });
  assert.throws(() => session.get('closedNotices')?.push('hours'), SessionReadOnlyError);
  assert.throws(() => Object.assign(session.require('lastSearch'), { page: 2 }), SessionReadOnlyError);
  assert.equal(session.modified, false);
});

describe('a session ends', () => {
  const expiring = (value: number | Date | null) => {
    const session = sessionOf(stored, { expiry: { kind: 'idle', seconds: 5 } });
    session.setExpiry(value);
    return session;
  };

  test('after so many seconds of inactivity', () => {
    const session = expiring(90);
    assert.equal(session.expiryAge, 90);
    assert.deepEqual(session.expiryDate, new Date('2026-03-02T09:31:30.000Z'));
    assert.equal(session.expiresAtBrowserClose, false);
    assert.deepEqual(session.toRecord().expiry, { kind: 'idle', seconds: 90 });
  });

  test('when the browser closes, at the latest after the default', () => {
    const session = expiring(0);
    assert.equal(session.expiresAtBrowserClose, true);
    assert.equal(session.expiryAge, 1_209_600);
  });

  test('at a fixed moment, which later saves do not move', () => {
    const moment = new Date('2026-03-02T10:30:00.000Z');
    const record = expiring(moment).toRecord();
    const later = new Session<Values>(shape, { record, now: new Date('2026-03-02T10:00:00.000Z') });
    assert.equal(later.expiryAge, 1800);
    assert.deepEqual(later.expiryDate, moment);
  });

  test('at once, when the moment has passed', () => {
    assert.equal(expiring(new Date('2026-03-01T00:00:00.000Z')).expiryAge, 0);
  });

  test('after the default again, with null', () => {
    const session = expiring(null);
    assert.equal(session.expiryAge, 1_209_600);
    assert.deepEqual(session.toRecord(), { values: stored });
  });

  test('never at a moment that is none, nor in the past by a number', () => {
    const session = sessionOf(stored);
    for (const value of [-1, Number.NaN, Number.POSITIVE_INFINITY, new Date(Number.NaN)])
      assert.throws(() => session.setExpiry(value), RangeError);
    assert.deepEqual([session.modified, session.expiryAge], [false, 1_209_600]);
  });

  test('after whole seconds, rounded up', () => {
    assert.equal(expiring(1.5).expiryAge, 2);
    assert.equal(expiring(0.01).expiryAge, 1);
    assert.equal(expiring(new Date('2026-03-02T09:30:01.001Z')).expiryAge, 2);
  });

  test('as it was told in an earlier request', () => {
    assert.equal(sessionOf({}, { expiry: { kind: 'idle', seconds: 5 } }).expiryAge, 5);
    assert.equal(sessionOf({}, { expiry: { kind: 'browser' } }).expiresAtBrowserClose, true);
  });
});

describe('the test cookie', () => {
  test('worked if a later request brings it back', () => {
    const first = newSession();
    first.setTestCookie();
    assert.equal(first.testCookieWorked(), false);
    const second = new Session<Values>(shape, { record: first.toRecord(), now });
    assert.equal(second.testCookieWorked(), true);
    assert.equal(second.isEmpty, true);
    assert.deepEqual(second.keys(), []);
  });

  test('is gone once deleted', () => {
    const session = sessionOf({}, { probe: true });
    session.deleteTestCookie();
    assert.equal(session.modified, true);
    assert.equal(session.toRecord().probe, undefined);
  });

  test('changes nothing when deleted where there is none', () => {
    const session = sessionOf(stored);
    session.deleteTestCookie();
    assert.equal(session.modified, false);
  });
});

test('clear drops the data and keeps the session, with its expiry', () => {
  const session = sessionOf(stored, { expiry: { kind: 'idle', seconds: 5 } });
  session.clear();
  assert.equal(session.isEmpty, true);
  assert.equal(session.identity, 'kept');
  assert.deepEqual(session.toRecord(), { values: {}, expiry: { kind: 'idle', seconds: 5 } });
  assert.deepEqual(session.changes().deleted, ['num_visits', 'closedNotices']);
});

test('cycleKey keeps the data under a new identity', () => {
  const session = sessionOf(stored);
  session.cycleKey();
  assert.equal(session.identity, 'cycled');
  assert.deepEqual(session.toRecord(), { values: stored });
});

test('flush leaves nothing, and a later write starts a new session', () => {
  const session = sessionOf(stored, { expiry: { kind: 'idle', seconds: 5 }, probe: true });
  session.cycleKey();
  session.flush();
  assert.equal(session.identity, 'flushed');
  assert.deepEqual(session.toRecord(), { values: {} });
  session.increment('num_visits');
  assert.deepEqual(session.toRecord(), { values: { num_visits: 1 } });
  assert.equal(session.identity, 'flushed');
});

test('after flush an engine writes everything anew', () => {
  const session = sessionOf(stored);
  session.flush();
  session.set('num_visits', stored.num_visits);
  assert.deepEqual(session.changes(), { set: { num_visits: 3 }, deleted: [], increments: {} });
});

test('additions are told apart from values, so that an engine can add', () => {
  const session = sessionOf({ num_visits: 3 });
  session.increment('num_visits');
  session.increment('num_visits', 2);
  assert.deepEqual(session.changes(), { set: {}, deleted: [], increments: { num_visits: 3 } });
});

test('a number that was set before it was increased is a value', () => {
  const session = sessionOf({ num_visits: 3 });
  session.set('num_visits', 10);
  session.increment('num_visits');
  assert.deepEqual(session.changes(), { set: { num_visits: 11 }, deleted: [], increments: {} });
});

test('how a session ends is a change only where it was told', () => {
  const record = { expiry: { kind: 'idle', seconds: 5 }, probe: true } as const;
  const changed = (use: (session: ValuesSession) => void) => {
    const session = sessionOf(stored, record);
    use(session);
    const { expiry, probe } = session.changes();
    return { expiry, probe };
  };
  assert.deepEqual(
    changed(() => {}),
    { expiry: undefined, probe: undefined },
  );
  assert.deepEqual(
    changed((s) => s.setExpiry(null)),
    { expiry: null, probe: undefined },
  );
  assert.deepEqual(
    changed((s) => s.deleteTestCookie()),
    { expiry: undefined, probe: false },
  );
});

test('nothing can be added to a stored value that does not fit', () => {
  const session = sessionOf({ num_visits: 'many' });
  assert.equal(session.increment('num_visits'), 1);
  assert.deepEqual(session.changes(), { set: { num_visits: 1 }, deleted: [], increments: {} });
});

type Model = Map<string, unknown>;
type Step = [name: string, on: (session: ValuesSession) => unknown, expected: (model: Model) => unknown];

const anyValue: { [K in Key]: fc.Arbitrary<Values[K]> } = {
  num_visits: fc.nat(20),
  language: fc.constantFrom('en', 'es', 'pt-BR'),
  closedNotices: fc.array(fc.string(), { maxLength: 3 }),
  lastSearch: fc.record({ text: fc.string(), page: fc.nat(9) }, { noNullPrototype: true }),
};
const keys = Object.keys(anyValue) as Key[];
const anyPair = fc
  .constantFrom(...keys)
  .chain((key) => fc.tuple(fc.constant(key), anyValue[key] as fc.Arbitrary<never>));

const modelSum = (model: Model, by: number) => ((model.get('num_visits') as number | undefined) ?? 0) + by;

function modelPop(model: Model, key: string, fallback: unknown): unknown {
  const value = model.has(key) ? model.get(key) : fallback;
  model.delete(key);
  return value;
}

function modelPush(model: Model, notice: string): number | undefined {
  const notices = model.get('closedNotices') as string[] | undefined;
  if (!notices) return undefined;
  model.set('closedNotices', [...notices, notice]);
  return notices.length + 1;
}

const onOneKey = ([key, value]: [Key, never]): Step[] => [
  [`get ${key}`, (s) => s.get(key), (m) => m.get(key)],
  [`get ${key} or else`, (s) => s.get(key, value), (m) => (m.has(key) ? m.get(key) : value)],
  [`has ${key}`, (s) => s.has(key), (m) => m.has(key)],
  [`set ${key}`, (s) => s.set(key, structuredClone(value)), (m) => void m.set(key, structuredClone(value))],
  [
    `update ${key}`,
    (s) => s.update({ [key]: structuredClone(value) }),
    (m) => void m.set(key, structuredClone(value)),
  ],
  [`delete ${key}`, (s) => s.delete(key), (m) => m.delete(key)],
  [`pop ${key}`, (s) => s.pop(key, value), (m) => modelPop(m, key, value)],
  [
    `default ${key}`,
    (s) => s.setDefault(key, structuredClone(value)),
    (m) => (m.has(key) ? m : m.set(key, structuredClone(value))).get(key),
  ],
];

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: anyPair.chain((pair) => fc.constantFrom(...onOneKey(pair))) },
  {
    weight: 2,
    arbitrary: fc
      .nat(5)
      .map(
        (by): Step => [
          `increment by ${by}`,
          (s) => s.increment('num_visits', by),
          (m) => m.set('num_visits', modelSum(m, by)).get('num_visits'),
        ],
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .string()
      .map(
        (notice): Step => [
          'push inside a value',
          (s) => s.get('closedNotices')?.push(notice),
          (m) => modelPush(m, notice),
        ],
      ),
  },
  { weight: 1, arbitrary: fc.constant<Step>(['clear', (s) => s.clear(), (m) => m.clear()]) },
);

const anyRecord = fc.record(anyValue, { requiredKeys: [], noNullPrototype: true });

/** What an engine has that writes the changes only. */
function applied(before: Record<string, unknown>, changes: ReturnType<ValuesSession['changes']>) {
  const { set, deleted, increments } = changes;
  const kept = Object.entries({ ...before, ...set }).filter(([key]) => !deleted.includes(key));
  const values: Record<string, unknown> = Object.fromEntries(kept);
  for (const [key, by] of Object.entries(increments)) values[key] = Number(values[key] ?? 0) + by;
  return values;
}

test('any sequence of operations does what it would do to a map', () => {
  fc.assert(
    fc.property(anyRecord, fc.array(anyStep, { maxLength: 30 }), (before, steps) => {
      const session = sessionOf(before);
      const model: Model = new Map(keys.filter((key) => key in before).map((key) => [key, before[key]]));
      for (const [name, on, expected] of steps) {
        assert.deepEqual(on(session), expected(model), name);
        assert.deepEqual(session.entries(), [...model], name);
        assert.equal(session.size, model.size);
        assert.equal(session.isEmpty, model.size === 0);
      }
      assert.deepEqual(session.toRecord().values, Object.fromEntries(model));
      assert.deepEqual(applied(before, session.changes()), Object.fromEntries(model));
    }),
    { numRuns: 1000 },
  );
});

test('a session that was not modified holds what was stored', () => {
  fc.assert(
    fc.property(anyRecord, fc.array(anyStep, { maxLength: 6 }), (before, steps) => {
      const session = sessionOf(before);
      for (const [, on] of steps) on(session);
      if (!session.modified) assert.deepEqual(session.toRecord().values, before);
    }),
    { numRuns: 1000 },
  );
});

test('a session comes back from its record as it was', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 10 }), (steps) => {
      const session = newSession();
      for (const [, on] of steps) on(session);
      const record = JSON.parse(JSON.stringify(session.toRecord()));
      const again = new Session<Values>(shape, { record, now });
      assert.deepEqual(again.toRecord(), session.toRecord());
      assert.equal(again.modified, false);
    }),
  );
});
