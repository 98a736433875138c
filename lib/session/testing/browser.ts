import { testNow } from '#db/testing/environment';
import { cookieName } from '#lib/session/cookie';
import type { OpenedSession } from '#lib/session/open-session';
import { saveSession } from '#lib/session/save-session';
import { openSession, type TestSession, type TestValues } from '#lib/session/testing/shape';

type Sent = { name: string; value: string; attributes: Record<string, unknown> };
type Asked = { at?: Date; https?: boolean };

/** So many seconds after `testNow`. */
export const after = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);

/** A request that is running: `answer` saves its session and sends the browser what there is to send. */
export type RunningRequest = OpenedSession<TestValues> & { answer: () => Promise<void> };

/** A browser: the cookies it keeps, and those that the last answer set. */
export class TestBrowser {
  readonly kept = new Map<string, { value: string; ends: number }>();
  sent: Sent[] = [];

  /** One request, from its cookie to its answer. Returns what `use` returned. */
  async request<Result>(use: (session: TestSession) => Result, asked: Asked = {}): Promise<Result> {
    const running = await this.begin(asked);
    const result = use(running.session);
    await running.answer();
    return result;
  }

  async begin({ at = testNow, https = false }: Asked = {}): Promise<RunningRequest> {
    const name = cookieName(https);
    const cookie = this.cookie(at, https);
    const opened = await openSession(cookie, { now: at });
    const read = (asked: string) => (asked === name ? cookie : undefined);
    const answer = async () => {
      const sent: Sent[] = [];
      const write = (name: string, value: string, attributes: object) =>
        sent.push({ name, value, attributes: { ...attributes } });
      await saveSession(opened, { read, write }, { https, now: at });
      this.receive(sent, at);
    };
    return { ...opened, answer };
  }

  cookie(at = testNow, https = false): string | undefined {
    const kept = this.kept.get(cookieName(https));
    return kept && kept.ends > at.getTime() ? kept.value : undefined;
  }

  receive(sent: Sent[], at: Date): void {
    this.sent = sent;
    for (const { name, value, attributes } of sent) {
      const age = Number(attributes.maxAge ?? Number.POSITIVE_INFINITY);
      if (age > 0) this.kept.set(name, { value, ends: at.getTime() + age * 1000 });
      else this.kept.delete(name);
    }
  }

  /** What a browser forgets when it is closed. */
  close(): void {
    for (const [name, { ends }] of this.kept) if (!Number.isFinite(ends)) this.kept.delete(name);
  }

  /** Another window of the same browser, or somebody who copied its cookies. */
  copy(): TestBrowser {
    const copy = new TestBrowser();
    for (const [name, cookie] of this.kept) copy.kept.set(name, cookie);
    return copy;
  }
}

/** A browser that has shown that it keeps cookies, with what `fill` puts into its session. */
export async function knownBrowser(fill: (session: TestSession) => unknown): Promise<TestBrowser> {
  const browser = new TestBrowser();
  await browser.request(fill);
  await browser.request(refresh);
  return browser;
}

export function refresh(session: TestSession): void {
  session.modified = true;
}

export const entriesOf = (session: TestSession) => Object.fromEntries(session.entries());
