import { cpus } from 'node:os';
import { installedNext } from './build.ts';
import { figureOf, kB, MB, printTable, seconds, withSpread, written } from './figures.ts';
import type { LoadResult } from './load.ts';
import type { RunningServer } from './servers.ts';
import type { transferOf } from './transfer.ts';

/** A server under measurement. `memory`: bytes after the warm-up; `visits`: what pages said at the end of each load. */
export type Subject = {
  name: string;
  server: RunningServer;
  kind: 'session' | 'no session';
  memory: number;
  visits: number[];
  rounds: LoadResult[];
};

/** `starts`: milliseconds of the first and the second. */
export type HomeFigures = {
  floor: Subject;
  demonstration: Subject;
  many: Subject;
  requests: number;
  starts: readonly [number, number];
  transfer: Awaited<ReturnType<typeof transferOf>>;
};

export function printHome(figures: HomeFigures): void {
  const machine = cpus();
  console.log(`\nNode ${process.version}, Next ${installedNext()}, ${machine.length} × ${machine[0]?.model}`);
  console.log('\nThe home page with a session cookie, 8 connections; medians (and spreads) of the rounds\n');
  printTable(speed(figures));
  console.log(`\n${sessions(figures)}`);
  console.log('\nWeight and start\n');
  printTable(weight(figures));
}

function speed({ floor, demonstration, many }: HomeFigures): string[][] {
  const columns = ['', 'requests/s', 'p50 ms', 'p99 ms', 'of the floor', 'of the demonstration'];
  return [
    columns,
    ...[floor, demonstration, many].map((subject) => [
      subject.name,
      withSpread(figureOf(subject.rounds.map(({ perSecond }) => perSecond))),
      withSpread(figureOf(subject.rounds.map(({ p50 }) => p50)), 1),
      withSpread(figureOf(subject.rounds.map(({ p99 }) => p99)), 1),
      subject === floor ? '' : withSpread(ratios(subject, floor), 2),
      subject === many ? withSpread(ratios(many, demonstration), 2) : '',
    ]),
  ];
}

/** Round by round: what slowed the machine down for a while slowed both. */
function ratios(subject: Subject, base: Subject) {
  return figureOf(
    subject.rounds.map(({ perSecond }, round) => perSecond / (base.rounds[round]?.perSecond ?? Number.NaN)),
  );
}

function sessions({ demonstration, many }: HomeFigures): string {
  const visits = [...demonstration.visits, ...many.visits];
  const { lowest, highest } = figureOf(visits);
  return `Sessions: on each of ${visits.length} connections the last page counted as many visits as the connection made requests (${written(lowest)} to ${written(highest)}).`;
}

function weight({ floor, demonstration, many, requests, starts, transfer }: HomeFigures): string[][] {
  const { html, scripts, files } = transfer;
  const memory = (subject: Subject, limit: string) => [
    `memory after ${written(requests)} requests: ${subject.name}`,
    MB(subject.memory),
    limit,
  ];
  return [
    ['', 'measured', 'limit'],
    memory(floor, ''),
    memory(demonstration, '400 MB'),
    memory(many, '400 MB'),
    [`scripts of /, ${files} files, gzip`, kB(scripts.sent), '150 kB'],
    ['scripts of /, brotli', kB(scripts.brotli), ''],
    ['scripts of /, unpacked', kB(scripts.raw), ''],
    ['HTML of /, gzip', kB(html.sent), ''],
    ['HTML of /, unpacked', kB(html.raw), ''],
    ['start into an empty folder, to the first page', seconds(starts[0]), ''],
    ['start a second time, to the first page', seconds(starts[1]), '5 s'],
  ];
}
