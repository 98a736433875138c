import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { testNow as now } from '#db/testing/environment';
import { Session } from '#lib/session/session';
import { SessionValueError, UnknownSessionKeyError } from '#lib/session/session-errors';

class Point {
  readonly x: number;
  constructor(x: number) {
    this.x = x;
  }
}

const odd = z.object({
  since: z.date(),
  map: z.map(z.string(), z.number()),
  set: z.set(z.number()),
  nothing: z.nan(),
  length: z.string().transform((text) => text.length),
  louder: z.string().transform((text) => `${text}!`),
  point: z.instanceof(Point),
  big: z.bigint(),
  call: z.custom<() => void>((value) => typeof value === 'function'),
  endless: z.number(),
});

/** A session of these keys; types are stepped around, as plain JavaScript does. */
const session = () => new Session<Record<string, unknown>>(odd, { now });

const lost: [key: string, value: unknown][] = [
  ['since', now],
  ['map', new Map([['a', 1]])],
  ['set', new Set([1])],
  ['nothing', Number.NaN],
  ['length', 'four'],
  ['louder', 'hey'],
  ['point', new Point(1)],
  ['big', 5n],
  ['call', () => {}],
];

describe('a value that would not come back is refused when it is set, by its name:', () => {
  for (const [key, value] of lost) {
    test(key, () => {
      const changed = session();
      assert.throws(
        () => changed.set(key, value),
        (error) => {
          assert.ok(error instanceof SessionValueError);
          assert.deepEqual(error.keys, [key]);
          assert.match(error.message, new RegExp(`“${key}”`));
          return true;
        },
      );
      assert.equal(changed.modified, false);
      assert.equal(changed.has(key), false);
    });
  }
});

const kept = z.object({
  when: z.iso.datetime(),
  moment: z.coerce.date(),
  trimmed: z.string().trim(),
  maybe: z.number().optional(),
  deep: z.object({ list: z.array(z.object({ n: z.number() })) }),
});

test('what comes back as it is may be more than plain JSON', () => {
  const record = () => {
    const changed = new Session<Record<string, unknown>>(kept, { now });
    changed.update({ when: now.toISOString(), moment: now, trimmed: ' a ', deep: { list: [{ n: 1 }] } });
    return JSON.parse(JSON.stringify(changed.toRecord()));
  };
  const loaded = new Session<Record<string, unknown>>(kept, { now, record: record() });
  assert.deepEqual(Object.fromEntries(loaded), {
    when: now.toISOString(),
    moment: now,
    trimmed: 'a',
    deep: { list: [{ n: 1 }] },
  });
  assert.equal(loaded.modified, false);
});

test('undefined under an optional key removes it, under any other it does not fit', () => {
  const changed = new Session<Record<string, unknown>>(kept, { now, record: { values: { maybe: 1 } } });
  changed.set('maybe', undefined);
  assert.equal(changed.has('maybe'), false);
  assert.deepEqual(changed.changes(), { set: {}, deleted: ['maybe'], increments: {} });
  assert.throws(() => changed.set('trimmed', undefined), { name: 'ZodError' });
});

describe('a key that the shape does not have is named on', () => {
  const writes: [name: string, write: (session: Session<Record<string, unknown>>) => unknown][] = [
    ['set', (s) => s.set('nope', 1)],
    ['update', (s) => s.update({ maybe: 1, nope: 1 })],
    ['setDefault', (s) => s.setDefault('nope', 1)],
    ['increment', (s) => s.increment('nope' as never)],
    ['addTo', (s) => s.addTo('nope' as never, 1 as never)],
    ['set of what every object has', (s) => s.set('constructor', 1)],
  ];
  for (const [name, write] of writes) {
    test(name, () => {
      const changed = new Session<Record<string, unknown>>(kept, { now });
      assert.throws(
        () => write(changed),
        (error) => {
          assert.ok(error instanceof UnknownSessionKeyError);
          assert.match(error.message, /no key “(nope|constructor)”: its shape has when, moment/);
          return true;
        },
      );
      assert.equal(changed.modified, false);
    });
  }
});
