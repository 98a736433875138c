import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { Session } from '#lib/session/session';
import { rememberedText, restore } from '#lib/visitor/restore';
import { type SessionValues, sessionShape } from '#lib/visitor/session-shape';

const sessionOf = (values: Record<string, unknown> = {}) =>
  new Session<SessionValues>(sessionShape, { record: { values }, now: new Date('2026-03-02') });

const remembered = {
  num_visits: 7,
  language: 'es',
  closedNotices: ['demonstration'],
  theme: 'dark',
  viewed: [3, 2],
  list: [5, 1, 9],
};

test('what was forgotten comes back as it was', () => {
  const session = sessionOf();
  restore(session, rememberedText(sessionOf(remembered)));
  assert.deepEqual(Object.fromEntries(session), remembered);
});

test('whatever is sent instead, the session stays one', () => {
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    fc.record({ list: fc.anything(), theme: fc.anything(), num_visits: fc.anything() }).map((each) => {
      try {
        return JSON.stringify(each);
      } catch {
        return '';
      }
    }),
  );
  fc.assert(
    fc.property(text, (sent) => {
      const session = sessionOf();
      restore(session, sent);
      assert.ok(sessionShape.partial().safeParse(Object.fromEntries(session)).success);
    }),
  );
  const session = sessionOf();
  restore(session, '{"list":[-1],"theme":"neon","closedNotices":["x"],"__proto__":{"num_visits":3}}');
  assert.deepEqual(Object.fromEntries(session), { closedNotices: [] });
});
