import { defineConfig } from 'drizzle-kit';
import { dialect } from './db/columns.ts';
import { currentLocation } from './db/location.ts';

const [, , command = ''] = process.argv;
if (command === 'push' || command === 'migrate') {
  // They know nothing of what our migrations write besides tables: triggers, and the index of words.
  process.stderr.write(
    `drizzle-kit ${command} is not used here: migrations run when the library starts (npm start).\n`,
  );
  process.exit(1);
}

const location = currentLocation();

// One dialect at a time, that of DATABASE_URL; `npm run db:generate` calls this once for each.
export default defineConfig({
  dialect,
  schema: './db/schema/index.ts',
  out: `./db/migrations/${dialect}`,
  dbCredentials: { url: location.dialect === 'sqlite' ? location.file : location.url },
});
