export type Page = { number: number; size: number; count: number; total: number };

/** The page that was asked for: 1 for anything that is not a whole number above it. */
export function parsePageNumber(text: string | string[] | undefined): number {
  const number = typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : 1;
  return Math.min(Math.max(1, number), Number.MAX_SAFE_INTEGER);
}

/** Page `asked` of `total` records, or the last one where there are not so many. */
export function pageOf(params: number, size: number, total: number): Page {
  const count = Math.max(1, Math.ceil(total / size));
  return { number: Math.min(params, count), size, count, total };
}

export const offsetOf = ({ number, size }: Page) => (number - 1) * size;

/**
 * First, last, and two on either side of the current page, with `gap` where pages are left out; only the ends where
 * nobody knows which page it is.
 */
export function pageSteps({
  number,
  count,
}: {
  number: number | undefined;
  count: number;
}): (number | 'gap')[] {
  const around = number === undefined ? [] : [number - 2, number - 1, number, number + 1, number + 2];
  const shown = [...new Set([1, ...around, count])]
    .filter((step) => step >= 1 && step <= count)
    .sort((a, b) => a - b);
  return shown.flatMap((step, i) => {
    const before = shown[i - 1];
    if (before === undefined || step === before + 1) return [step];
    return step === before + 2 ? [step - 1, step] : ['gap' as const, step];
  });
}
