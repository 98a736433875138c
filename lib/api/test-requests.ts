import { describeApi, nothingHere } from '#lib/api/openapi/describe-api';
import type { Operation } from '#lib/api/operation';
import { operations } from '#lib/api/operations';
import { respondTo } from '#lib/api/requests/response';

const base = '/api/v1';
const served = [...operations, describeApi];

/** The operation at an address and the id in it, as Next would find them. */
function operationAt(path: string): [Operation, string | undefined] {
  for (const operation of served) {
    const pattern = new RegExp(`^${operation.path.replace('.', '\\.').replace('{id}', '([^/]+)')}$`);
    const [whole, id] = pattern.exec(path) ?? [];
    if (whole) return [operation, id];
  }
  return [nothingHere, undefined];
}

/** Asks the API for an address below `/api/v1`, without a server. */
export async function ask(address: string, init: RequestInit = {}, now = 0): Promise<Response> {
  const request = new Request(`http://library.example${base}${address}`, init);
  const [operation, id] = operationAt(new URL(request.url).pathname.slice(base.length));
  return respondTo(operation, request, id, now);
}

export async function askJson(address: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await ask(address);
  return { status: answer.status, body: await answer.json() };
}
