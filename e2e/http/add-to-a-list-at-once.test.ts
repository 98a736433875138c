import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Client, newClient, remembered, visit } from '../support/http-client.ts';
import { startLibrary } from '../support/library-server.ts';

/** The form that puts the book of a page on the list, and sends it as a browser without JavaScript does. */
async function adding(client: Client, library: string, book: number): Promise<() => Promise<number>> {
  const { headers } = await client.get(`${library}/books/${book}`, { redirect: 'manual' });
  const page = library + headers.get('location');
  const { text } = await client.get(page);
  const [form = ''] = text.match(/<form.*?<\/form>/gs)?.filter((html) => /name="add"/.test(html)) ?? [];
  const body = new FormData();
  for (const [, attributes = ''] of form.matchAll(/<(?:input|button)\b([^>]*)>/g)) {
    const [, name] = /\bname="([^"]*)"/.exec(attributes) ?? [];
    const [, value = ''] = /\bvalue="([^"]*)"/.exec(attributes) ?? [];
    if (name) body.append(name, value.replaceAll('&quot;', '"'));
  }
  const init = { method: 'POST', body, headers: { origin: library }, redirect: 'manual' } as const;
  return async () => (await client.get(page, init)).status;
}

for (const engine of ['database', 'memory']) {
  test(`Twenty books that are put on a list at once are all on it, in the ${engine} engine`, async () => {
    const library = await startLibrary({ env: { SESSION_ENGINE: engine } });
    try {
      const amara = newClient();
      for (const _ of [1, 2]) await visit(amara, library.url);
      const books = Array.from({ length: 20 }, (_, n) => n + 1);
      const forms = await Promise.all(books.map((book) => adding(amara, library.url, book)));
      const statuses = await Promise.all(forms.map((send) => send()));
      assert.deepEqual(new Set(statuses), new Set([303]));
      const { list } = await remembered(amara, library.url);
      assert.deepEqual(
        (list as number[]).toSorted((a, b) => a - b),
        books,
      );
    } finally {
      await library.stop();
    }
  });
}
