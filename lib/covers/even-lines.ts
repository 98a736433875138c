import { joined, type Unit } from '#lib/covers/line-breaks';

type Draft = { at: number; cost: number; lines: string[] };

/** The fewest lines that hold whole words, broken so that their lengths differ least. */
export function evenLines(units: Unit[], rows: number, em: number): string[] | undefined {
  let drafts: Draft[] = [{ at: 0, cost: 0, lines: [] }];
  for (let row = 0; row < rows; row += 1) {
    drafts = nextLine(drafts, units, em);
    const whole = drafts.find(({ at }) => at === units.length);
    if (whole) return whole.lines;
  }
  return undefined;
}

function nextLine(drafts: Draft[], units: Unit[], em: number): Draft[] {
  const best = new Map<number, Draft>();
  for (const draft of drafts) {
    let line = '';
    let slack = em;
    for (const [offset, unit] of units.slice(draft.at).entries()) {
      slack -= unit.width + (line ? unit.gap : 0);
      if (slack < 0) break;
      line = joined(line, unit);
      keepCheapest(best, {
        at: draft.at + offset + 1,
        cost: draft.cost + slack ** 2,
        lines: [...draft.lines, line],
      });
    }
  }
  return [...best.values()];
}

function keepCheapest(best: Map<number, Draft>, draft: Draft): void {
  if (draft.cost < (best.get(draft.at)?.cost ?? Infinity)) best.set(draft.at, draft);
}
