import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { asc } from 'drizzle-orm';
import { db, transaction } from '#db/client';
import { books } from '#db/schema/catalog';
import { searchEntries } from '#db/schema/search';
import { freshDatabase, testDay, testNow } from '#db/testing/database';
import { availabilityText } from '#lib/availability/availability-text';
import { booksInOrder } from '#lib/catalog/books/book-list-queries';
import { type CopyOfBook, copiesOf } from '#lib/catalog/copies/copy-queries';
import type { CopyState } from '#lib/catalog/copies/copy-state';
import { loadDemonstration } from '#lib/catalog/demonstration/load-demonstration';
import { formatDay } from '#lib/i18n/format';
import { translator } from '#lib/i18n/translator';

const english = { t: translator('en'), locale: 'en' as const };

/** Read off the copies, one after the other, as a librarian would who has only the table. */
function readOff(copies: CopyOfBook[]): RegExp {
  const at = (state: CopyState) => copies.filter((copy) => copy.state === state);
  const dayOf = ({ dueOn }: CopyOfBook) => formatDay('en', dueOn ?? '').replace(/, \d{4}$/, '');
  const lent = at('on_loan').toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  const inTime = lent.find(({ dueOn }) => (dueOn ?? '') >= testDay);
  const ofUse = [...at('on_shelf'), ...lent, ...at('on_hold_shelf'), ...at('in_process'), ...at('in_repair')];

  const later = () => {
    if (at('on_hold_shelf').length > 0) return 'Set aside for a reader';
    if (inTime) return `Back on ${dayOf(inTime)}`;
    if (lent[0]) return `Overdue since ${dayOf(lent[0])}`;
    if (at('in_process').length > 0) return 'Being prepared';
    if (at('in_repair').length > 0) return 'Being repaired';
    if (at('on_order').length > 0) return 'On order';
    return undefined;
  };
  if (at('on_shelf').length > 0)
    return at('on_shelf').length === ofUse.length
      ? /^On the shelf$/
      : new RegExp(`^On the shelf: ${at('on_shelf').length} of ${ofUse.length}$`);
  const other = later();
  if (at('reference_only').length > 0)
    return other ? new RegExp(`^To be read here; to borrow: ${other}$`, 'i') : /^To be read here only$/;
  if (other) return new RegExp(`^${other}$`);
  for (const word of ['Damaged', 'Missing', 'Lost'])
    if (at(word.toLowerCase() as CopyState).length > 0) return new RegExp(`^${word}: ask at the desk$`);
  return /^No copies here$/;
}

const rising = (one: number, other: number) => one - other;

describe('the demonstration', () => {
  freshDatabase();
  before(async () => {
    await transaction((tx) => loadDemonstration(tx, testNow, testDay));
  });

  test('of every book of the demonstration the line says what its copies say', async () => {
    const all = await db.select({ id: books.id }).from(books).orderBy(asc(books.id));
    const listed = await booksInOrder(all.map(({ id }) => id));
    assert.equal(listed.length, 274);
    const said = new Set<string>();
    const misstated: string[] = [];
    for (const { id, title, availability } of listed) {
      const { text } = availabilityText(availability, testDay, english);
      const expected = readOff(await copiesOf(id));
      if (!expected.test(text)) misstated.push(`${title}: ${text}, not ${expected}`);
      said.add(text.replace(/ \d of \d| \w+ \d+$/, ''));
    }
    assert.deepEqual(misstated, []);
    assert.ok(said.size >= 8, [...said].join(' · '));
  });

  test('a search for what is on the shelf finds just the books of which the line says so', async () => {
    const all = await db.select({ id: books.id }).from(books);
    const listed = await booksInOrder(all.map(({ id }) => id));
    const saysSo = listed.filter(({ availability }) =>
      availabilityText(availability, testDay, english).text.startsWith('On the shelf'),
    );
    const kept = await db.select().from(searchEntries);
    assert.deepEqual(
      kept.flatMap(({ bookId, facets }) => (facets.split(' ').includes('v_1') ? bookId : [])).sort(rising),
      saysSo.map(({ id }) => id).sort(rising),
    );
  });
});
