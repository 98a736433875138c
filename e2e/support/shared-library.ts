import { after } from 'node:test';
import { ask } from './http-client.ts';
import { type Library, startLibrary } from './library-server.ts';

let library: Library | undefined;

/** `node --test` does this once, before the first file. */
export async function globalSetup(): Promise<void> {
  library = await startLibrary({ env: { API_RATE_LIMIT: '0', SEARCH_RATE_LIMIT: '0' } });
  process.env.E2E_LIBRARY_URL = library.url;
}

export async function globalTeardown(): Promise<void> {
  await library?.stop();
}

/** The library that all files of a run ask; a file that is run alone starts one. */
export async function sharedLibrary() {
  if (!process.env.E2E_LIBRARY_URL) {
    await globalSetup();
    after(globalTeardown);
  }
  const url = process.env.E2E_LIBRARY_URL ?? '';
  return { url, get: (path: string, init?: RequestInit) => ask(url + path, init) };
}
