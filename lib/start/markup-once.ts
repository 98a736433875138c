import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import { shareMarkup } from '#lib/sent-markup';

const waiting = new AsyncLocalStorage<string[]>();
shareMarkup(waiting);

/**
 * Makes an answer whose markup is sent once if it is a document: in its HTML, and not again in what Next sends for the
 * browser to bring the page to life with. See docs/decisions/010.
 */
export const sendingMarkupOnce = <Answer>(request: IncomingMessage, answer: () => Answer): Answer =>
  isDocument(request) ? waiting.run([], answer) : answer();

/** What Next's router asks for has no HTML: it gets the markup in the description of the page. */
const isDocument = ({ headers }: IncomingMessage) =>
  headers.rsc === undefined && headers['next-action'] === undefined;
