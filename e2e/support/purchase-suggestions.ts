import { type Answer, ask } from './http-client.ts';
import { askLibrary } from './library-records.ts';
import type { Library } from './library-server.ts';

export const suggestionPath = '/purchase-suggestions/new';

/** How many suggestions with such a title the library holds. */
export const suggestionsLike = (library: Library, title: string) =>
  askLibrary(library, `select count(*) from purchase_suggestions where title like '${title}'`);

/** What the form sends beside its fields, so that the library knows what it is to do. */
function hiddenFields(page: string): [name: string, value: string][] {
  const [form = ''] = /<form[^>]* id="purchase-suggestion".*?<\/form>/s.exec(page) ?? [];
  const inputs = form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g);
  return [...inputs].map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]);
}

/** Sends what no browser would, from an address that a proxy says. */
export async function sendByHand(
  { url }: Library,
  address: string,
  fields: [name: string, value: string | Blob][],
  headers: Record<string, string> = {},
): Promise<Answer> {
  const from = { 'x-forwarded-for': address, origin: url, ...headers };
  const form = new FormData();
  const { text: page } = await ask(url + suggestionPath, { headers: from });
  for (const [name, value] of hiddenFields(page)) form.append(name, value);
  for (const [name, value] of fields) form.append(name, value);
  return ask(url + suggestionPath, { method: 'POST', body: form, headers: from, redirect: 'manual' });
}
