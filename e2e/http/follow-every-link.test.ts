import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../support/http-client.ts';
import { sharedLibrary } from '../support/shared-library.ts';

const { get } = await sharedLibrary();

type Visited = { path: string; status: number; title: string; text: string };

const withoutEntities = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll(/&#x27;|&#39;/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** What a person reads, without what only the machine does. */
const readable = (html: string) =>
  withoutEntities(
    html
      .replaceAll(/<script\b.*?<\/script>/gs, '')
      .replaceAll(/<!--.*?-->/gs, '')
      .replaceAll(/<[^>]*>/g, '\n'),
  );

/** A cursor leads to what a number leads to as well, from anywhere in the list: there is no end of them. */
const linksOf = (html: string) =>
  [...html.matchAll(/<a\b(?! download)[^>]*\bhref="(\/[^"#]*)"/g)]
    .map(([, address = '']) => withoutEntities(address))
    .filter((address) => !/[?&](after|before)=/.test(address));

/** Empty for what is no page, such as an answer for programs. */
const pageOf = ({ headers, text }: Answer) =>
  headers.get('content-type')?.startsWith('text/html') ? text : '';

/** Every page that a reader can come to from the home page. */
async function followEveryLink(): Promise<Visited[]> {
  const visited: Visited[] = [];
  const found = new Set(['/']);
  // A set hands out what is added to it while it is walked.
  for (const path of found) {
    const answer = await get(path, { redirect: 'manual' });
    const html = pageOf(answer);
    const title = withoutEntities(/<title>(.*?)<\/title>/.exec(html)?.[1] ?? '');
    visited.push({ path, status: answer.status, title, text: readable(html) });
    for (const address of linksOf(html)) found.add(address);
  }
  return visited;
}

test('Every link leads to a page with a title of its own and without a hole in it', async () => {
  const pages = await followEveryLink();
  assert.ok(pages.length > 500);

  const failed = pages.filter(({ status }) => status !== 200);
  assert.deepEqual(
    failed.map(({ path, status }) => [path, status]),
    [],
  );

  const holes = pages.filter(({ text }) =>
    /\b(null|undefined|NaN|Invalid Date)\b|\[object|^None$/m.test(text),
  );
  assert.deepEqual(
    holes.map(({ path }) => path),
    [],
  );

  const byTitle = Map.groupBy(
    pages.filter(({ path }) => !path.endsWith('page=1') && !path.startsWith('/api/v1/')),
    ({ title }) => title,
  );
  const shared = [...byTitle].filter(([title, found]) => title === '' || found.length > 1);
  assert.deepEqual(
    shared.map(([title, found]) => [title, ...found.map(({ path }) => path)]),
    [],
  );
});
