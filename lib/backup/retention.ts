import { addDays } from '#db/calendar';

/** A backup and the day on which it was made, where the library is. */
export type DatedBackup = { name: string; day: string };

const days = 7;
const weeks = 4;
const months = 12;

/**
 * Which backups are kept: of the newest 7 days, 4 weeks and 12 months that have any, the last of each; so at most 23,
 * and the newest always. A library that was shut for a year loses nothing by it.
 */
export function keptBackups(backups: readonly DatedBackup[]): Set<string> {
  const newestFirst = backups.toSorted((a, b) => (a.day + a.name < b.day + b.name ? 1 : -1));
  return new Set([
    ...newestOf(newestFirst, days, ({ day }) => day),
    ...newestOf(newestFirst, weeks, ({ day }) => mondayOf(day)),
    ...newestOf(newestFirst, months, ({ day }) => day.slice(0, 7)),
  ]);
}

function newestOf(
  newestFirst: readonly DatedBackup[],
  most: number,
  periodOf: (backup: DatedBackup) => string,
) {
  const kept = new Map<string, string>();
  for (const backup of newestFirst) {
    const period = periodOf(backup);
    if (!kept.has(period) && kept.size < most) kept.set(period, backup.name);
  }
  return kept.values();
}

function mondayOf(day: string): string {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}
