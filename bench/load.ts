import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { CookieJar } from './cookie-jar.ts';

/** For so many seconds, or so many requests. */
export type Until = { seconds: number } | { requests: number };

export type Load = {
  url: string;
  connections: number;
  until: Until;
  headers?: Record<string, string>;
  /** After the first request these are asked for, one after the other and over again, by all connections together. */
  paths?: string[];
};

/** Times in milliseconds. */
export type LoadResult = { perSecond: number; p50: number; p99: number; jars: CookieJar[] };

export type LoadReport = LoadResult | { failure: string };

/** Puts a server under load from a process of its own, which shares no event loop with anything measured. */
export async function putUnderLoad(load: Load): Promise<LoadResult> {
  const generator = fork(new URL('./load-generator.ts', import.meta.url));
  const ended = once(generator, 'exit').then(() => [{ failure: 'the load generator ended early' }]);
  generator.send(load);
  const [report] = (await Promise.race([once(generator, 'message'), ended])) as [LoadReport];
  if ('failure' in report) throw new Error(`${load.url}: ${report.failure}`);
  return report;
}
