import { defineConfig } from 'drizzle-kit';
import { dialect } from './db/columns.ts';

// `npm run db:generate` calls this once for each dialect.
export default defineConfig({
  dialect,
  schema: './db/schema/index.ts',
  out: `./db/migrations/${dialect}`,
});
