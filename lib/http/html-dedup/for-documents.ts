import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import { shareHtmlStore } from '#lib/http/html-dedup/request-html';

const storage = new AsyncLocalStorage<string[]>();
shareHtmlStore(storage);

/**
 * Makes an answer whose HTML is sent once if it is a document: not again in what Next sends for the browser to bring
 * the page to life with. See docs/decisions/010.
 */
export const withHtmlStore = <Answer>(request: IncomingMessage, answer: () => Answer): Answer =>
  isDocument(request) ? storage.run([], answer) : answer();

/** What Next's router asks for has no HTML: it gets it in the description of the page. */
const isDocument = ({ headers }: IncomingMessage) =>
  headers.rsc === undefined && headers['next-action'] === undefined;
