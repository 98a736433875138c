import type { Translate } from '#lib/i18n/translator';
import rooms from '../../messages/en/rooms.json' with { type: 'json' };
import subjects from '../../messages/en/subjects.json' with { type: 'json' };

type Keys<Names> = keyof Names & string;

/** By their English names: what a catalog calls otherwise stays as the catalog has it. */
const keysOf = <Names extends Record<string, string>>(names: Names) =>
  new Map(Object.entries(names).map(([key, name]) => [name, key as Keys<Names>]));

const [subjectKeys, roomKeys] = [keysOf(subjects), keysOf(rooms)];

/** The name of a genre in a reader's language, where it is one that every library has. */
export function subjectName(t: Translate, name: string): string {
  const key = subjectKeys.get(name);
  return key === undefined ? name : t(`subjects.${key}`);
}

/** The same for a room of the house. */
export function roomName(t: Translate, name: string): string {
  const key = roomKeys.get(name);
  return key === undefined ? name : t(`rooms.${key}`);
}
