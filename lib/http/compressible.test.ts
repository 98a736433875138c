import assert from 'node:assert/strict';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { test } from 'node:test';
import { letRoutesBeCompressed } from '#lib/http/compressible';

function newResponse(): ServerResponse {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  letRoutesBeCompressed(response);
  return response;
}

test('a type written as a list is read as a text', () => {
  const response = newResponse();
  response.setHeader('Content-Type', ['application/json']);
  assert.equal(response.getHeader('content-type'), 'application/json');
});

test('what else is written stays as it is', () => {
  const response = newResponse();
  response.setHeader('content-type', 'text/html').setHeader('set-cookie', ['a=1', 'b=2']);
  assert.deepEqual(
    { ...response.getHeaders() },
    { 'content-type': 'text/html', 'set-cookie': ['a=1', 'b=2'] },
  );
});
