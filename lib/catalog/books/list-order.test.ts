import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inListOrder, listOrderOf } from '#lib/catalog/books/list-order';
import { type Availability, noCopies } from '#lib/catalog/copies/availability';

const compare = new Intl.Collator('en').compare;

const book = (title: string, availability: Partial<Availability>) => ({
  title,
  availability: { ...noCopies, ...availability },
});

const at = (location: string, shelfMark: string) => ({ location, shelfMark });

const books = [
  book('Lost', { states: ['lost'] }),
  book('Back soon', { states: ['on_loan'], dueOn: ['2026-12-10'], place: at('Upper floor', 'DRA LES') }),
  book('In', { states: ['on_shelf'], copies: 1, onShelf: 1, place: at('Main room', 'NOV AUS') }),
  book('Also in', { states: ['on_shelf'], copies: 1, onShelf: 1, place: at("Children's room", 'CHI MON') }),
  book('Read here', { states: ['reference_only'], place: at('Main room', 'HIS JAM') }),
];

const titles = (order: 'added' | 'place' | 'shelf') =>
  inListOrder(books, order, { today: '2026-11-25', compare }).map(({ title }) => title);

test('by place: room by room, shelf by shelf, and last what stands nowhere', () => {
  assert.deepEqual(titles('place'), ['Also in', 'Read here', 'In', 'Back soon', 'Lost']);
});

test('on the shelf first: then as near as they are', () => {
  assert.deepEqual(titles('shelf'), ['In', 'Also in', 'Read here', 'Back soon', 'Lost']);
});

test('else as they were put there, whatever is asked for', () => {
  assert.deepEqual(titles(listOrderOf('nothing')), titles('added'));
  assert.equal(listOrderOf(['place', 'shelf']), 'added');
  assert.equal(listOrderOf('place'), 'place');
});
