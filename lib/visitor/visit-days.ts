const dayMs = 24 * 60 * 60 * 1000;

/** A day such as `2026-03-02`, as a number. */
export const daysSince1970 = (isoDay: string): number => Date.parse(`${isoDay}T00:00:00Z`) / dayMs;

export const isoDayOf = (days: number): string => new Date(days * dayMs).toISOString().slice(0, 10);
