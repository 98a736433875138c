import type { Answer } from './answers.ts';
import { printTable, written } from './figures.ts';

/** Of all queries, the right book is among the first three … */
const dueAmongThree = 0.95;

/** … and, where somebody says exactly what is wanted, it is the first. */
const dueFirst = new Set(['exact title', 'ISBN']);

const isFirst = ({ place }: Answer) => place === 1;
const isAmongThree = ({ place = Number.POSITIVE_INFINITY }: Answer) => place <= 3;

const share = (answers: Answer[], right: (answer: Answer) => boolean) =>
  answers.filter(right).length / answers.length;

export function goalsMet(answers: Answer[]): boolean {
  const exact = answers.filter((answer) => dueFirst.has(answer.class));
  return share(answers, isAmongThree) >= dueAmongThree && exact.every(isFirst);
}

export function printQuality(answers: Answer[]): void {
  printMissed(answers);
  const classes = Map.groupBy(answers, (answer) => answer.class);
  console.log('\nThe right book first, and among the first three\n');
  printTable([
    ['', 'queries', 'first', 'in three', 'due'],
    ...[...classes].map(([name, ofClass]) => row(name, ofClass, dueFirst.has(name) ? '100 % first' : '')),
    row('all', answers, `${100 * dueAmongThree} % in three`),
  ]);
  console.log(goalsMet(answers) ? '\nThe goals are met.' : '\nThe goals are missed.');
}

const percent = (part: number) => `${written(100 * part, 1)} %`;

const row = (name: string, answers: Answer[], due: string) => [
  name,
  String(answers.length),
  percent(share(answers, isFirst)),
  percent(share(answers, isAmongThree)),
  due,
];

/** Every query whose class would have liked better, and what came instead. */
function printMissed(answers: Answer[]): void {
  const missed = answers.filter((answer) =>
    dueFirst.has(answer.class) ? !isFirst(answer) : !isAmongThree(answer),
  );
  if (missed.length === 0) return;
  console.log('\nMissed\n');
  for (const { class: name, query, place, first } of missed) {
    const sought = [[query.title ?? []].flat()[0], query.author].filter(Boolean).join(', ');
    const instead = first ? `first came ${first.title} (${first.names[0] ?? 'nobody'})` : 'nothing came';
    console.log(`  ${name}: “${query.q}” for ${sought}: ${place ? `place ${place}, ` : ''}${instead}`);
  }
}
