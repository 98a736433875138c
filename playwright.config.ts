import { defineConfig, devices } from '@playwright/test';

/** Chromium is to talk to the library and to nobody else. */
const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const { E2E_BROWSER } = process.env;

// `npm run test:e2e` finds the browser and builds the pages first.
export default defineConfig({
  testDir: 'e2e',
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
});
