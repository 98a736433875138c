import { setImmediate as breathe } from 'node:timers/promises';
import { type Connections, connections } from '#db/connections';
import { searchEngine } from '#db/search/engine';
import { editDistance } from '#lib/search/spelling/edit-distance';
import { wordsAfter } from '#lib/search/spelling/word-queries';

/** Every word that titles, names and subjects hold, in memory: one that is near may begin and end in any way. */
type Dictionary = {
  words: string[];
  /** For each word which letters it has, one bit for a letter or for several of other scripts. */
  letters: Uint32Array;
  snapshot: string;
  loadedAt: number;
};

const dictionaries = new WeakMap<Connections, Promise<Dictionary>>();

/** A larger one is read anew once in so many milliseconds at most, whatever is committed in between. */
const lifetime = 60_000;
const soonRead = 20_000;

/** Words read at once: other requests have their turn between. */
const together = 5000;

async function dictionary(): Promise<Dictionary> {
  const open = connections();
  const before = dictionaries.get(open);
  if (!before) return await loading(open);
  const known = await before;
  if (known.snapshot === (await searchEngine.snapshot())) return known;
  if (known.words.length < soonRead) return await loading(open);
  if (performance.now() - known.loadedAt > lifetime) void loading(open).catch(() => {});
  return known;
}

/** Reads the words while nobody waits for them: the first mistyped search of a process need not. */
export function readWordsSoon(): void {
  setTimeout(() => void dictionary().catch(() => {}), soon).unref();
}

const soon = 2000;

function loading(open: Connections): Promise<Dictionary> {
  const before = dictionaries.get(open);
  const loaded = load();
  dictionaries.set(open, loaded);
  loaded.catch(() => (before ? dictionaries.set(open, before) : dictionaries.delete(open)));
  return loaded;
}

async function load(): Promise<Dictionary> {
  const [snapshot, words] = [await searchEngine.snapshot(), [] as string[]];
  for (;;) {
    const next = await wordsAfter(words.at(-1) ?? '', together);
    words.push(...next);
    if (next.length < together) break;
    await breathe();
  }
  return { words, letters: Uint32Array.from(words, lettersIn), snapshot, loadedAt: performance.now() };
}

function lettersIn(word: string): number {
  let bits = 0;
  for (let place = 0; place < word.length; place++) bits |= 1 << (word.charCodeAt(place) & 31);
  return bits;
}

function countBits(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export type NearWord = { word: string; distance: number };

/** The words that differ by so many slips at most, the nearest first; a slip is rarer in the first letter. */
export async function nearWords(word: string, typos: number, most: number): Promise<NearWord[]> {
  const { words, letters } = await dictionary();
  const [own, near] = [lettersIn(word), [] as NearWord[]];
  for (let place = 0; place < words.length; place++) {
    // One slip brings one letter and takes another.
    if (countBits((letters[place] ?? 0) ^ own) > 2 * typos) continue;
    const other = words[place] ?? '';
    if (Math.abs(other.length - word.length) > 2 * typos || other === word) continue;
    const distance = editDistance(word, other, typos);
    if (distance <= typos) near.push({ word: other, distance: distance + (other[0] === word[0] ? 0 : 0.25) });
  }
  return near.sort((a, b) => a.distance - b.distance).slice(0, most);
}
