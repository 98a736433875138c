import assert from 'node:assert/strict';
import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import Sqlite from 'better-sqlite3';
import { forget, newDataDir } from '../support/library-data.ts';
import { type Library, startLibrary } from '../support/library-server.ts';

let library: Library;
const dataDir = newDataDir();
const addresses = { book: '', cover: '' };

before(async () => {
  const file = join(dataDir, 'library.db');
  library = await startLibrary({ dataDir, env: { DATABASE_URL: `file:${file}` } });
  const books = await (await fetch(`${library.url}/books`)).text();
  addresses.book = /href="(\/books\/\d+-[^"?]+)/.exec(books)?.[1] ?? '';
  addresses.cover = /\/covers\/[^"]+\.svg/.exec(books)?.[0] ?? '';
  makeForget(file);
  damage(file, 4096);
});
after(async () => {
  await library.stop();
  await forget(dataDir);
});

/** What it has read before is read anew, from the file itself. */
function makeForget(file: string): void {
  const database = new Sqlite(file);
  database.exec('create table another (id integer)');
  database.pragma('wal_checkpoint(truncate)');
  database.close();
}

/** As a failing disk does, while the library runs: all that follows `start` is nonsense. */
function damage(file: string, start: number): void {
  const descriptor = openSync(file, 'r+');
  const length = Math.max(0, fstatSync(descriptor).size - start);
  writeSync(descriptor, Buffer.alloc(length, 0xa5), 0, length, start);
  closeSync(descriptor);
}

async function ask(path: string) {
  const answer = await fetch(library.url + path, {
    headers: { 'accept-language': 'pt-BR' },
    redirect: 'manual',
  });
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
}

const pages = () => [
  '/',
  '/books?q=emma',
  addresses.book,
  '/books/1',
  '/books/999999',
  '/authors',
  '/authors/1',
];
const others = ['/genres/1', '/languages/en', '/copies/abcdefghijklmnopqrst', '/list/1-2'];

test('Pages say that something went wrong, in the language of the reader, those of records too', async () => {
  for (const path of [...pages(), ...others]) {
    const { status, type, text } = await ask(path);
    assert.deepEqual([path, status, type], [path, 500, 'text/html; charset=utf-8']);
    assert.match(
      text,
      /^<!DOCTYPE html>\n<html lang="pt-BR">.*<h1>Algo deu errado do nosso lado<\/h1>.*<\/html>\n$/s,
    );
  }
});

test('Feeds, sitemaps, covers and suggestions say that they are not to be had now', async () => {
  const paths = ['/feeds/new.atom', '/books/feed.atom?q=a', '/sitemap.xml', '/sitemap/books-1.xml'];
  for (const path of [...paths, addresses.cover, '/covers/1-00000000-1.png', '/books/suggestions?q=em']) {
    const { status, type, text } = await ask(path);
    assert.deepEqual([path, status, type], [path, 503, 'text/plain; charset=utf-8']);
    assert.match(text, /^The library cannot answer/);
  }
});

test('The API tells it as a problem', async () => {
  for (const path of ['/books', '/books/1', '/search?q=a', '/counts']) {
    const { status, type, text } = await ask(`/api/v1${path}`);
    assert.deepEqual([path, status, type], [path, 503, 'application/problem+json']);
    assert.partialDeepStrictEqual(JSON.parse(text), { status: 503, title: 'Unavailable' });
  }
});

test('What needs no database is as before, and a monitor hears of it', async () => {
  for (const path of ['/icon.svg', '/robots.txt', '/api', '/preferences', '/purchase-suggestions/new'])
    assert.equal((await ask(path)).status, 200, path);
  assert.equal((await ask('/healthz')).status, 503);
});
