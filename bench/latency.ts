import { figureOf } from './figures.ts';

/** Milliseconds: of the medians of each question, half and 95 % are not above; and the slowest, and which that was. */
export type Latency = { p50: number; p95: number; max: number; slowest: string; each: Map<string, number> };

type Question = { name: string; ask: () => Promise<unknown> };

/** Asks everything once to warm up, and then in so many rounds; a question counts with its median. */
export async function latencyOf(questions: Question[], rounds: number): Promise<Latency> {
  const times = new Map<string, number[]>(questions.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, ask } of questions) {
      const began = performance.now();
      await ask();
      if (round > 0) times.get(name)?.push(performance.now() - began);
    }
  }
  const each = new Map([...times].map(([name, rounds]) => [name, figureOf(rounds).median]));
  const sorted = [...each].sort(([, a], [, b]) => a - b);
  const at = (part: number) => sorted[Math.ceil(part * sorted.length) - 1]?.[1] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), max: at(1), slowest: sorted.at(-1)?.[0] ?? '', each };
}
