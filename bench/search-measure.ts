import { migrate } from '#db/migrate';
import { loadRealRecords } from '#lib/import/apply/load';
import { databaseSize, settle } from './database-size.ts';
import { MB, seconds, written } from './figures.ts';
import { latencyOf } from './latency.ts';
import { likeSearch } from './like-search.ts';
import { beginnings, type Search, searches } from './search-mix.ts';
import { searchRecords } from './search-records.ts';
import { printSearch } from './search-report.ts';
import { searched, searchedByTitle, suggested } from './search-subject.ts';

type Setting = { where: string; data: string; titles: number; rounds: number };

export async function measureSearch({ where, data, titles, rounds }: Setting): Promise<void> {
  const now = new Date();
  await migrate({ now });
  const began = performance.now();
  const loaded = await loadRealRecords(searchRecords(data, titles), now);
  const loading = performance.now() - began;
  await settle();
  const { whole, forSearch } = await databaseSize();
  console.log(
    `\n${where}: ${written(loaded)} titles loaded in ${seconds(loading)}; ${MB(whole)}, ${MB(forSearch)} of it for search alone.`,
  );
  const ranked = await latencyOf(asked(searched), rounds);
  const byTitle = await latencyOf(asked(searchedByTitle), rounds);
  const suggestions = await latencyOf(
    beginnings.map((text) => ({ name: text, ask: () => suggested(text) })),
    rounds,
  );
  const like = await latencyOf(asked(likeSearch), rounds);
  printSearch({ ranked, byTitle, suggestions, like, titles: loaded });
}

const asked = (search: (q: string, filters: Search['filters']) => Promise<unknown>) =>
  searches.map(({ kind, q, filters }) => ({ name: `${kind}: ${q}`, ask: () => search(q, filters) }));
