import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askLibrary, tellLibrary } from '../support/library-records.ts';
import { type Library, startLibrary } from '../support/library-server.ts';

/** Ten in the evening of March 2 in Los Angeles, where UTC has begun March 3. */
const evening = {
  TIME_ZONE: 'America/Los_Angeles',
  NODE_OPTIONS: '--import ./e2e/support/another-time.ts',
  E2E_NOW: '2026-03-03T06:00:00Z',
};

const lent =
  'select book_id from copies where id = (select min(copy_id) from loans where returned_at is null)';

async function textOf(library: Library, path: string): Promise<string> {
  const html = await (await fetch(library.url + path)).text();
  return html.replace(/^.*<main/s, '').replace(/<script.*?<\/script>|<[^>]*>/gs, '');
}

test('What is due today is not late before the library’s own midnight', async () => {
  const library = await startLibrary({ env: evening });
  try {
    await tellLibrary(library, `update loans set due_on = '2026-03-02' where returned_at is null`);
    const book = await textOf(library, `/books/${await askLibrary(library, lent)}`);
    assert.match(book, /on loan, back on March 2/);
    assert.doesNotMatch(book, /overdue/i);
    assert.match(await textOf(library, '/books'), /Back on March 2/);
  } finally {
    await library.stop();
  }
});
