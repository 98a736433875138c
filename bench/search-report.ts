import { printTable, written } from './figures.ts';
import type { Latency } from './latency.ts';

type Measured = { ranked: Latency; byTitle: Latency; suggestions: Latency; like: Latency; titles: number };

/** Milliseconds that 95 % of the answers may take, up to so many titles. */
const due = [
  { titles: 100_000, ranked: 30, suggestions: 10 },
  { titles: 1_000_000, ranked: 100, suggestions: 20 },
];

export function printSearch({ ranked, byTitle, suggestions, like, titles }: Measured): void {
  const limit = due.find((each) => titles <= each.titles);
  console.log('\nMilliseconds at the database; each question counts with the median of its rounds\n');
  printTable([
    ['', 'p50', 'p95', 'max', 'p95 due', 'slowest'],
    row('ranked search with counts', ranked, limit?.ranked),
    row('the same in the order of titles', byTitle),
    row('suggestions, letter by letter', suggestions, limit?.suggestions),
    row('the same searches with LIKE', like),
    [
      'LIKE / ranked',
      times(like.p50, ranked.p50),
      times(like.p95, ranked.p95),
      times(like.max, ranked.max),
      '',
      '',
    ],
  ]);
  printKinds(ranked, like);
}

const row = (name: string, { p50, p95, max, slowest }: Latency, limit?: number) => [
  name,
  ...[p50, p95, max].map((time) => written(time, 1)),
  limit === undefined ? '' : `${limit} ${p95 <= limit ? 'met' : 'missed'}`,
  slowest,
];

const times = (a: number, b: number) => `${written(a / b, 1)} ×`;

/** The slowest question of each kind. */
function printKinds(ranked: Latency, like: Latency): void {
  const kindOf = ([name]: [string, number]) => name.split(':')[0] ?? '';
  const worst = (latency: Latency, kind: string) =>
    Math.max(...[...latency.each].filter((each) => kindOf(each) === kind).map(([, time]) => time));
  console.log('\nThe slowest of each kind\n');
  printTable([
    ['', 'ranked', 'LIKE'],
    ...[...new Set([...ranked.each].map(kindOf))].map((kind) => [
      kind,
      written(worst(ranked, kind), 1),
      written(worst(like, kind), 1),
    ]),
  ]);
}
