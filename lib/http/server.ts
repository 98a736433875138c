import { randomUUID } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import { StartupError } from '#lib/boot/startup-error';
import { acceptFirst } from '#lib/http/accept-first';
import { refuseBody } from '#lib/http/action-body';
import { admit, answerBusy, isLight } from '#lib/http/busy';
import { letRoutesBeCompressed } from '#lib/http/compressible';
import { onFailure } from '#lib/http/failed-response';
import { withHtmlStore } from '#lib/http/html-dedup/for-documents';
import { askedBy, handleNodeRequest, headersOf, respond } from '#lib/http/node-request';
import { oneAtATime } from '#lib/http/one-at-a-time';
import { keepPreconditions } from '#lib/http/preconditions';
import { receiveForm } from '#lib/http/receive-form';
import { pathOf } from '#lib/http/request-target';
import { securityHeaders } from '#lib/http/security-headers';
import { keepCookiesPrivate } from '#lib/http/session-cookie';
import { respondTrouble } from '#lib/http/trouble';
import { onUnknownAction } from '#lib/http/unknown-action';
import { log } from '#lib/log';

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Whoever offers another protocol is answered in this one: Next would hang up, or hold the connection for ever. */
const oneProtocol: ServerOptions = { shouldUpgradeCallback: () => false };

/** Answers with `handle`, adding what every answer of the site has: an id, security headers, a line in the log. */
export function createLibraryServer(handle: RequestListener, options = oneProtocol): Server {
  const server = createServer(options);
  const calm = acceptFirst(server);
  const listener: RequestListener = async (request, response) => {
    const started = performance.now();
    const id = randomUUID();
    request.headers['x-request-id'] = id;
    response.setHeader('x-request-id', id);
    for (const [name, value] of securityHeaders(headersOf(request))) response.setHeader(name, value);
    letRoutesBeCompressed(response);
    keepCookiesPrivate(response);
    onFailure(request, response);
    keepPreconditions(request, response);
    onUnknownAction(response);
    const { method, url = '/' } = request;
    response.once('close', () => logAnswer(response, { request: id, method, path: pathOf(url) }, started));
    const answering = (form?: Form) => answer(handle, { request, response, id, form });
    await withHtmlStore(request, async () => {
      if (isLight(request)) return answering();
      const received = await receiveForm(request, response);
      if (received.kind === 'gone') return;
      if (received.kind === 'refused') return respond(response, refuseBody(received, id, url));
      if (received.kind === 'busy') return answerBusy(request, response);
      await admit(request, response, { calm, answering: () => answering(received.form) });
    });
  };
  return server.on('request', oneAtATime(listener));
}

type Form = Uint8Array<ArrayBuffer> | undefined;
type Asked = { request: IncomingMessage; response: ServerResponse; id: string; form: Form };

async function answer(handle: RequestListener, { request, response, id, form }: Asked): Promise<void> {
  try {
    const asked = await handleNodeRequest(request, response, form);
    if (asked) await handle(asked, response);
  } catch (error) {
    log().error({ request: id, error }, 'request failed');
    if (response.headersSent) response.end();
    else respond(response, respondTrouble('failed', askedBy(request)));
  }
}

function logAnswer(response: ServerResponse, asked: object, started: number): void {
  const status = response.writableFinished ? response.statusCode : 'aborted';
  log().info({ ...asked, status, ms: Math.round((performance.now() - started) * 10) / 10 });
}

/** Connections that wait to be taken up. Of more the system hears nothing for seconds, those of a monitor among them. */
const backlog = 4096;

export function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(whyNot(error, port, host)));
    server.listen({ port, backlog, ...(host && { host }) }, resolve);
  });
}

function whyNot(error: NodeJS.ErrnoException, port: number, host: string | undefined): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartupError(`Port ${port} is in use: stop the other program or set PORT to another number.`);
  }
  if (error.code === 'EACCES') {
    return new StartupError(`Port ${port} may not be used by this account: set PORT to a number above 1023.`);
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new StartupError(
      `HOST holds “${host}”, which is no address of this machine; it may hold one that is, such as 127.0.0.1.`,
    );
  }
  return error;
}

/** Lets running requests finish, closes connections as they fall idle, and gives up on the rest after `timeoutMs`. */
export function drain(server: Server, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), timeoutMs);
    const closeIdle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(giveUp);
      clearInterval(closeIdle);
      resolve();
    });
  });
}
