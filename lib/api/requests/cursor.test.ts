import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '#db/testing/fast-check';
import { type PlaceKind, places, readCursor } from '#lib/api/requests/cursor';
import { encodeCursor, type KeyValue } from '#lib/lists/cursor';

const kinds = Object.keys(places) as PlaceKind[];
const id = fc.integer({ min: 1, max: 2_147_483_647 });
const key = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));

test('a cursor leads back to the place that it was made of', () => {
  fc.assert(
    fc.property(key, id, (text, number) => {
      for (const [kind, ...place] of [
        ['title', text, number],
        ['year', number, text, number],
        ['newest', number, number],
        ['copy', text],
      ] as const)
        assert.deepEqual(readCursor(encodeCursor(kind, place), kind), { ok: true, query: place });
    }),
  );
});

test('without a cursor a list begins at its beginning', () => {
  assert.deepEqual(readCursor(undefined, 'title'), { ok: true, query: undefined });
});

test('a cursor of one list or order is none of another', () => {
  const examples = [
    ['title', 'emma', 1],
    ['year', 1815, 'emma', 1],
    ['newest', 1, 1],
    ['author', 'emma', 1],
    ['genre', 'emma'],
    ['language', 'en'],
    ['copy', 'x'],
  ] as const;
  for (const [own, ...place] of examples) {
    const readers = kinds.filter((kind) => readCursor(encodeCursor(own, place), kind).ok);
    assert.deepEqual(readers, [own]);
  }
});

test('whatever somebody writes is refused or a place, and never fails', () => {
  const garbage = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.base64String(),
    fc.json().map((text) => Buffer.from(text).toString('base64url')),
  );
  fc.assert(
    fc.property(garbage, fc.constantFrom(...kinds), (cursor, kind) => {
      const read = readCursor(cursor, kind);
      assert.ok(read.ok || read.errors[0]?.parameter === 'cursor');
    }),
    { numRuns: 2000 },
  );
});

describe('what a database would choke on is refused:', () => {
  for (const [kind, ...rest] of [
    ['title', 'em\0ma', 1],
    ['title', 'em\ud800ma', 1],
    ['title', 'emma', 2 ** 31],
    ['title', 'emma', 1.5],
    ['title', 'emma', 0],
    ['year', 1e300, 'emma', 1],
    ['newest', 9e15, 1],
    ['newest', -9e15, 1],
    ['newest', 'now', 1],
    ['title', 'emma', 1, 1],
  ] as [PlaceKind, ...KeyValue[]][]) {
    test(JSON.stringify([kind, ...rest]), () =>
      assert.equal(readCursor(encodeCursor(kind, rest), kind).ok, false),
    );
  }
});
