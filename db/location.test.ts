import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { databaseLocation } from '#db/location';

const here = process.cwd();

function fileFor(settings: { DATABASE_URL?: string; DATA_DIR?: string }): string {
  const location = databaseLocation(settings);
  assert.ok(location?.dialect === 'sqlite');
  return resolve(location.file);
}

test('without settings the library is a file in ./data', () => {
  assert.equal(fileFor({}), join(here, 'data/library.db'));
});

test('the file lies in the data directory', () => {
  assert.equal(fileFor({ DATA_DIR: '/srv/books' }), '/srv/books/library.db');
  assert.equal(fileFor({ DATA_DIR: ' shelf ' }), join(here, 'shelf/library.db'));
});

test('DATABASE_URL wins over the data directory; an empty one counts as absent', () => {
  assert.equal(fileFor({ DATA_DIR: '/srv/books', DATABASE_URL: 'file:/srv/emma.db' }), '/srv/emma.db');
  assert.equal(fileFor({ DATA_DIR: '/srv/books', DATABASE_URL: '  ' }), '/srv/books/library.db');
});

test('file: takes relative, absolute and triple-slash paths, spaces included', () => {
  assert.equal(fileFor({ DATABASE_URL: 'file:./emma.db' }), join(here, 'emma.db'));
  assert.equal(fileFor({ DATABASE_URL: 'file:emma.db' }), join(here, 'emma.db'));
  assert.equal(fileFor({ DATABASE_URL: 'file:///srv/emma.db' }), '/srv/emma.db');
  assert.equal(fileFor({ DATABASE_URL: 'file:/srv/my books.db' }), '/srv/my books.db');
});

test('postgres:// and postgresql:// are a server', () => {
  for (const url of [
    'postgres://librarian:secret@db.example.org/library',
    'postgresql://localhost/library',
  ]) {
    assert.deepEqual(databaseLocation({ DATABASE_URL: url }), {
      dialect: 'postgresql',
      url,
      embedded: false,
    });
  }
});

test('pglite: is a PostgreSQL in this process', () => {
  assert.deepEqual(databaseLocation({ DATABASE_URL: 'pglite:' }), {
    dialect: 'postgresql',
    url: 'pglite:',
    embedded: true,
  });
});

test('anything else is no location', () => {
  for (const url of [
    'mysql://localhost/library',
    'library.db',
    'file:',
    'postgres://',
    'pglite:memory',
    'x',
  ]) {
    assert.equal(databaseLocation({ DATABASE_URL: url }), undefined, url);
  }
});
