import { defineConfig, devices } from '@playwright/test';
import type { WorkerOptions } from './e2e/browser/fixtures.ts';

/** Chromium is to talk to the library and to nobody else. */
const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Set by the global setup, which runs before any worker reads this file. */
const { E2E_BROWSER } = process.env;

const homePage = 'visit-the-home-page.spec.ts';

export default defineConfig<object, WorkerOptions>({
  testDir: 'e2e/browser',
  globalSetup: './e2e/support/prepare-run.ts',
  outputDir: 'test-results',
  reporter: 'list',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  retries: 0,
  timeout: 30_000,
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-US',
    screenshot: 'only-on-failure',
    launchOptions: { args: quiet, ...(E2E_BROWSER && { executablePath: E2E_BROWSER }) },
  },
  // Whatever the library is started with, its home page is the same. What has one worker comes first: the others go on
  // beside it, and none is left waiting at the end.
  projects: [
    {
      name: 'next dev',
      testMatch: homePage,
      use: { door: 'next dev' },
      // There is one at a time in a folder, and it compiles while it answers.
      workers: 1,
      timeout: 90_000,
      expect: { timeout: 20_000 },
    },
    { name: 'next start', testMatch: homePage, use: { door: 'next start' } },
    { name: 'npm start' },
  ],
});
