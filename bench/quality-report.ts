import type { Answer } from './answers.ts';
import { printTable, written } from './figures.ts';
import { dueInThree } from './quality-classes.ts';

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

export type ClassAnswers = {
  name: string;
  answers: Answer[];
  /** Of one query, with looking up what was found. */
  milliseconds: number;
  /** What else was asked, and the part of the queries it answered among the first three. */
  plain: Record<string, number>;
};

/** Prints the classes of machine-made queries; whether each has what is due. */
export function printClasses(classes: ClassAnswers[]): boolean {
  const others = Object.keys(classes[0]?.plain ?? {});
  const isMet = ({ name, answers }: ClassAnswers) =>
    name.startsWith('exact')
      ? answers.every(isFirst)
      : 100 * share(answers, isAmongThree) >= dueInThree(name);
  console.log('\nMachine-made queries over random records\n');
  printTable([
    ['', 'queries', 'first', 'in three', 'nothing', 'due', 'ms', ...others],
    ...classes.map(({ name, answers, milliseconds, plain }) => [
      name,
      String(answers.length),
      percent(share(answers, isFirst)),
      percent(share(answers, isAmongThree)),
      percent(share(answers, ({ first }) => first === undefined)),
      name.startsWith('exact') ? '100 % first' : `${dueInThree(name)} %`,
      written(milliseconds, 1),
      ...others.map((other) => percent(plain[other] ?? 0)),
    ]),
  ]);
  for (const { name, answers } of classes.filter((each) => !isMet(each) && each.name.startsWith('exact')))
    for (const { query } of answers.filter((answer) => !isFirst(answer)))
      console.log(`  ${name}: “${query.q}”`);
  const met = classes.every(isMet);
  console.log(met ? '\nEvery class has what is due.' : '\nSome classes have less than what is due.');
  return met;
}
