/** A browser without windows: it keeps the cookies that it is sent and returns them, to whichever address. */
export type PlainBrowser = {
  get: (url: string, init?: RequestInit) => Promise<Response>;
  /** `name=value` of what it keeps. */
  cookie: () => string;
};

export function plainBrowser(): PlainBrowser {
  const kept = new Map<string, string>();
  const cookie = () => [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
  const keep = (line: string) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value) kept.set(name, value);
    else kept.delete(name);
  };
  const get = async (url: string, init: RequestInit = {}) => {
    const headers = { ...init.headers, ...(kept.size > 0 && { cookie: cookie() }) };
    const answer = await fetch(url, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) keep(line);
    return answer;
  };
  return { get, cookie };
}

/** How often the home page says it was visited, this visit included. */
export async function visitsOf(answer: Response): Promise<number> {
  return Number(/>You have visited this page ([\d,]+) times?\.</.exec(await answer.text())?.[1]);
}

export const visit = async (browser: PlainBrowser, url: string) => visitsOf(await browser.get(url));

/** What `/preferences/download` says that the site remembers. */
export async function remembered(browser: PlainBrowser, url: string): Promise<Record<string, unknown>> {
  const answer = await browser.get(`${url}/preferences/download`);
  return (await answer.json()).remembered;
}
