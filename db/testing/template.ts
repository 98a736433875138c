import { dropDatabase, keepAsTemplate, openDatabase } from '#db/testing/engine';
import { testNow } from '#db/testing/environment';

// For `--test-global-setup`: one migrated database for a run of many files, of which each file has a copy.

export async function globalSetup(): Promise<void> {
  const { migrate } = await import('#db/migrate');
  await openDatabase();
  await migrate({ now: testNow });
  process.env.TEST_TEMPLATE = await keepAsTemplate();
}

export const globalTeardown = dropDatabase;
