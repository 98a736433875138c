import { closeConnections } from '#db/connections';
import { migrate } from '#db/migrate';
import { ensureIndex } from '#db/search/reindex';
import { written } from './figures.ts';
import { loadManyTitles } from './many-titles.ts';

/** `node bench/fill.ts 100000` fills the new database at DATABASE_URL. */
const titles = Number(process.argv[2]);
const began = performance.now();
await migrate({ now: new Date() });
await ensureIndex();
await loadManyTitles(titles, new Date());
await closeConnections();
console.log(`Loaded ${written(titles)} titles in ${written((performance.now() - began) / 1000, 1)} s.`);
