import { IncomingMessage, type ServerResponse } from 'node:http';
import { maxBodyBytes, tooLarge } from '#lib/http/action-body';
import { admission } from '#lib/http/admission';
import { allowedMethods } from '#lib/http/methods';
import { isApi } from '#lib/http/routes';

/** Forms in memory at once, a megabyte each at most: whoever sends one slowly holds up no page, but other forms. */
const incoming = admission({ most: 50, queue: 300, patience: 5000 });

/** Milliseconds within which a form has come in. */
const patience = 20_000;

/** And for how long one that is too large is read and thrown away: whoever still sends does not hear the answer. */
const patienceWithLarge = 5000;

export type ReceivedForm =
  | { kind: 'ready'; form: Uint8Array<ArrayBuffer> | undefined }
  | { kind: 'gone' }
  | { kind: 'busy' }
  | { kind: 'refused'; status: 408 | 413; reason: string };

/** The body of what may be a form, whole: before it is known what a page makes of it, and before a page is made. */
export async function receiveForm(request: IncomingMessage, response: ServerResponse): Promise<ReceivedForm> {
  const { method, url = '/', headers } = request;
  if (method !== 'POST' || isApi(url) || !allowedMethods(url).includes('POST')) {
    return { kind: 'ready', form: undefined };
  }
  if (Number(headers['content-length']) > maxBodyBytes) return discard(request);
  if (!(await incoming.enter())) return { kind: 'busy' };
  if (response.closed) incoming.leave();
  else response.once('close', incoming.leave);
  return receive(request);
}

const late = { kind: 'refused', status: 408, reason: 'The form did not come in.' } as const;
const large = { kind: 'refused', status: 413, reason: tooLarge } as const;

function receive(request: IncomingMessage): Promise<ReceivedForm> {
  const chunks: Buffer[] = [];
  let length = 0;
  const take = (chunk: Buffer) => {
    length += chunk.length;
    if (length <= maxBodyBytes) chunks.push(chunk);
    return length <= maxBodyBytes;
  };
  const whole = (): ReceivedForm => ({ kind: 'ready', form: new Uint8Array(Buffer.concat(chunks)) });
  return read(request, { take, whole, patience, late });
}

const discard = (request: IncomingMessage) =>
  read(request, { take: () => true, whole: () => large, patience: patienceWithLarge, late: large });

type Reading = {
  /** False where there is more than may be. */
  take: (chunk: Buffer) => boolean;
  whole: () => ReceivedForm;
  patience: number;
  late: ReceivedForm;
};

function read(request: IncomingMessage, { take, whole, patience, late }: Reading): Promise<ReceivedForm> {
  return new Promise((resolve) => {
    const settle = (form: ReceivedForm | Promise<ReceivedForm>) => {
      clearTimeout(giveUp);
      request.off('data', onData).off('end', onEnd).off('close', onGone).off('error', onGone);
      resolve(form);
    };
    const onData = (chunk: Buffer) => {
      if (!take(chunk)) settle(discard(request));
    };
    const onEnd = () => settle(whole());
    const onGone = () => settle({ kind: 'gone' });
    const giveUp = setTimeout(() => settle(late), patience);
    if (request.destroyed) onGone();
    else request.on('data', onData).on('end', onEnd).on('close', onGone).on('error', onGone);
  });
}

/** The same request with another body. */
export function withBody(request: IncomingMessage, body: Uint8Array, type: string): IncomingMessage {
  const other = new IncomingMessage(request.socket);
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders } = request;
  const { 'transfer-encoding': _, ...headers } = request.headers;
  Object.assign(other, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders });
  other.headers = { ...headers, 'content-type': type, 'content-length': String(body.byteLength) };
  other._read = () => {};
  other.push(body);
  other.push(null);
  other.complete = true;
  return other;
}
