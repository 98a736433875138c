import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, gunzipSync } from 'node:zlib';

/** Sizes in bytes: decoded, as this server sends it to a browser, and as a proxy in front of it might. */
export type Transfer = { raw: number; sent: number; brotli: number };

/** What a modern browser loads for a page before anyone clicks: the document, and the scripts it names. */
export async function transferOf(url: string): Promise<{ html: Transfer; scripts: Transfer; files: number }> {
  const html = await load(url);
  const addresses = scriptsOf(html.text).map((path) => new URL(path, url).href);
  const scripts = await Promise.all(addresses.map(load));
  return { html: html.size, scripts: sum(scripts.map(({ size }) => size)), files: scripts.length };
}

/** Scripts for browsers without modules are left out: a modern browser does not load them. */
function scriptsOf(html: string): string[] {
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const loaded = tags.filter((tag) =>
    tag.startsWith('<script')
      ? !/\snomodule\b/i.test(tag)
      : /rel="(modulepreload|preload)"/.test(tag) && /rel="modulepreload"|as="script"/.test(tag),
  );
  const paths = loaded.flatMap((tag) => /\s(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []);
  return [...new Set(paths.map((path) => path.replaceAll('&amp;', '&')))];
}

async function load(url: string): Promise<{ text: string; size: Transfer }> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip', 'accept-language': 'en' } }, resolve).on(
      'error',
      reject,
    );
  });
  const sent = await buffer(answer);
  if (answer.statusCode !== 200) throw new Error(`${url} answers ${answer.statusCode}.`);
  const raw = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent;
  const brotli = brotliCompressSync(raw).length;
  return { text: raw.toString(), size: { raw: raw.length, sent: sent.length, brotli } };
}

const sum = (sizes: Transfer[]): Transfer =>
  sizes.reduce(
    (total, size) => ({
      raw: total.raw + size.raw,
      sent: total.sent + size.sent,
      brotli: total.brotli + size.brotli,
    }),
    { raw: 0, sent: 0, brotli: 0 },
  );
