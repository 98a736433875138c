import assert from 'node:assert/strict';

export type Answer = { status: number; headers: Headers; text: string; body: Buffer };

/** Like `fetch`, with the whole answer read; one of 500 and above fails the test. */
export async function ask(url: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  const body = Buffer.from(await response.arrayBuffer());
  const { status, headers } = response;
  assert.ok(status < 500, `${init?.method ?? 'GET'} ${url} answered ${status}`);
  return { status, headers, text: body.toString(), body };
}

export type Client = {
  get: (url: string, init?: RequestInit) => Promise<Answer>;
  /** `name=value` of what is in its cookie jar. */
  cookie: () => string;
};

/** It keeps the cookies that it is sent and returns them, to whichever address. */
export function newClient(): Client {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const keep = (line: string) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value) jar.set(name, value);
    else jar.delete(name);
  };
  const get = async (url: string, init: RequestInit = {}) => {
    const headers = { ...init.headers, ...(jar.size > 0 && { cookie: cookie() }) };
    const answer = await ask(url, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) keep(line);
    return answer;
  };
  return { get, cookie };
}

/** How often the home page says it was visited, this visit included. */
export const visitsOf = ({ text }: Answer) =>
  Number(/>You have visited this page ([\d,]+) times?\.</.exec(text)?.[1]);

export const visit = async (client: Client, url: string) => visitsOf(await client.get(url));

/** What `/preferences/download` says that the site remembers. */
export async function remembered(client: Client, url: string): Promise<Record<string, unknown>> {
  const { text } = await client.get(`${url}/preferences/download`);
  return JSON.parse(text).remembered;
}

/** Headers as they are to be; those that must not be there are null. */
export function assertHeaders({ headers }: Answer, expected: Record<string, string | RegExp | null>): void {
  for (const [name, wanted] of Object.entries(expected)) {
    const actual = headers.get(name);
    if (wanted instanceof RegExp) assert.match(actual ?? '', wanted, `${name}: ${actual}`);
    else assert.equal(actual, wanted, name);
  }
}
