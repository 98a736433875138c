import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { inProject } from '../../scripts/steps/project.mjs';

/** Chromium without the windows that nobody looks at: it needs half the time. */
const shells = ['chromium-headless-shell', 'chrome-headless-shell'];

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const usualPlaces = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const fonts = ['fonts-noto-core', 'fonts-noto-cjk'];

/** The path of a Chromium that runs here, empty for Playwright's own; installs one if there is none. */
export async function findBrowser(): Promise<string> {
  const found =
    [process.env.E2E_BROWSER ?? '', ...onPath(shells)].find(runs) ??
    (await playwrightsOwn()) ??
    [...onPath(browsers), ...usualPlaces].find(runs) ??
    (await download()) ??
    installFromDebian();
  if (found !== undefined) return found;
  throw new Error(
    'The end-to-end tests need a browser, and none could be installed: install Chromium or Chrome, or set E2E_BROWSER to its path.',
  );
}

function onPath(names: string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Chrome on Windows opens a window when asked for its version. */
function runs(browser: string): boolean {
  if (!existsSync(browser) || process.platform === 'win32') return existsSync(browser);
  return spawnSync(browser, ['--version'], { timeout: 30_000 }).status === 0;
}

async function playwrightsOwn(): Promise<string | undefined> {
  try {
    await (await chromium.launch()).close();
    return '';
  } catch {
    return undefined;
  }
}

function download(): Promise<string | undefined> {
  say('Downloading a browser for the end-to-end tests (once) …');
  const install = ['install', '--only-shell', 'chromium'];
  spawnSync(process.execPath, [inProject('node_modules/@playwright/test/cli.js'), ...install], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  return playwrightsOwn();
}

function installFromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  say('Installing Chromium for the end-to-end tests (once) …');
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  const packages = ['chromium-headless-shell', ...fonts];
  try {
    execFileSync('apt-get', ['update'], options);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
  } catch {
    return undefined;
  }
  return onPath(shells).find(runs);
}

const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

// Run by itself, it prints the path.
if (import.meta.main) {
  try {
    process.stdout.write(`${await findBrowser()}\n`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
