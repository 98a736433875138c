import { withCheckDigit } from '#lib/import/normalise/isbn';
import { personOfName } from '#lib/import/normalise/names';
import type { RealContributor, RealPerson, RealRecord } from '#lib/import/normalise/record';
import { chances } from './chance.ts';

/**
 * Any number of records that nobody made, one after the other: each title begins like a real one and ends like another
 * of its language, so words are as frequent as in the real ones; an author for every fourth title, some of whom wrote
 * much more than others. The same for the same records and number.
 */
export function* recombined(real: RealRecord[], titles: number): Generator<RealRecord> {
  const sources = sourcesOf(real);
  const authors = Math.max(1, Math.round(titles / 4));
  for (let number = 0; number < titles; number++) {
    const chance = chances(number * 2);
    const model = one(real, chance);
    const kin = sources.byLanguage.get(model.language) ?? real;
    yield {
      ...model,
      source: 'recombined',
      number: String(number),
      title: blend(model.title, one(kin, chance).title),
      subtitle: model.subtitle && blend(model.subtitle, one(kin, chance).subtitle ?? ''),
      otherTitles: [],
      contributors: [author(sources.people, Math.floor(chance() ** 2 * authors))],
      year: 1800 + Math.floor(Math.sqrt(chance()) * 225),
      isbn: number % 2 === 0 ? withCheckDigit(`9799${String(number).padStart(8, '0')}`) : null,
    };
  }
}

type Sources = { byLanguage: Map<string | null, RealRecord[]>; people: RealPerson[] };

function sourcesOf(real: RealRecord[]): Sources {
  const people = new Map(
    real.flatMap(({ contributors }) => contributors.map((person) => [person.name, person])),
  );
  return { byLanguage: Map.groupBy(real, ({ language }) => language), people: [...people.values()] };
}

function one<Choice>(choices: Choice[], chance: () => number): Choice {
  const choice = choices[Math.floor(chance() * choices.length)];
  if (choice === undefined) throw new Error('There is nothing to recombine.');
  return choice;
}

/** The given name of one person with the family name of another; always the same for the same number. */
function author(people: RealPerson[], number: number): RealContributor {
  const chance = chances(number * 2 + 1);
  const [given] = one(people, chance).name.split(' ');
  const family = one(people, chance).name.split(' ').at(-1);
  return { ...personOfName(`${given} ${family}`), role: 'author' };
}

/** The first half of a text and the last half of another. */
function blend(first: string, second: string): string {
  const [beginning, end] = [first.split(' '), second.split(' ')];
  const taken = beginning.length === 1 ? Math.ceil(end.length / 2) : Math.floor(end.length / 2);
  const words = [...beginning.slice(0, Math.ceil(beginning.length / 2)), ...end.slice(end.length - taken)];
  return words.join(' ');
}
