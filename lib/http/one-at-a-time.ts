import { AsyncResource } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

type Line = { waiting: (() => void)[] };

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Answers the requests of a connection one after the other, and reads no more of them meanwhile: HTTP lets a client send
 * thousands without waiting, and each would be a page that is being made.
 */
export function oneAtATime(answer: Listener): Listener {
  const lines = new WeakMap<Socket, Line>();

  const begin = (line: Line, request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    response.once('close', () => {
      const next = socket.destroyed ? undefined : line.waiting.shift();
      if (next) return next();
      lines.delete(socket);
      socket.resume();
    });
    answer(request, response);
  };

  return (request, response) => {
    const { socket } = request;
    const line = lines.get(socket);
    if (line) {
      socket.pause();
      // In the context in which it came: in that of the answer before it, each would keep all those before it in memory.
      line.waiting.push(AsyncResource.bind(() => begin(line, request, response)));
      return;
    }
    const first: Line = { waiting: [] };
    lines.set(socket, first);
    begin(first, request, response);
  };
}
