import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Contributor } from '#lib/catalog/books/contributor-queries';
import { creditsOfBook } from '#lib/catalog/books/credits';

const part = (id: number, role: Contributor['role']): Contributor => ({
  id,
  name: `Person ${id}`,
  role,
  creditedAs: null,
});

test('who did several things is named once, with all of them', () => {
  assert.deepEqual(creditsOfBook([part(1, 'author'), part(2, 'author'), part(1, 'illustrator')]), [
    { id: 1, name: 'Person 1', roles: ['author', 'illustrator'] },
    { id: 2, name: 'Person 2', roles: [] },
  ]);
});

test('whoever did not write the book is named with what they did', () => {
  assert.deepEqual(creditsOfBook([part(3, 'editor')]), [{ id: 3, name: 'Person 3', roles: ['editor'] }]);
  assert.deepEqual(creditsOfBook([]), []);
});
