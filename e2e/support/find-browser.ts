import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { inProject } from '../../scripts/steps/project.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const usualPlaces = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const debianPackages = ['chromium', 'fonts-noto-core', 'fonts-noto-cjk'];

/** The path of a Chromium that runs here; installs one if there is none. */
export function findBrowser(): string {
  const found = installedBrowser() ?? downloadedBrowser() ?? download() ?? installFromDebian();
  if (found) return found;
  throw new Error(
    'The end-to-end tests need a browser, and none could be installed: install Chromium or Chrome, or set E2E_BROWSER to its path.',
  );
}

function installedBrowser(): string | undefined {
  const { E2E_BROWSER, PATH = '' } = process.env;
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [E2E_BROWSER ?? '', ...onPath, ...usualPlaces].find(runs);
}

function downloadedBrowser(): string | undefined {
  return [chromium.executablePath()].find(runs);
}

/** Chrome on Windows opens a window when asked for its version. */
function runs(browser: string): boolean {
  if (!existsSync(browser) || process.platform === 'win32') return existsSync(browser);
  return spawnSync(browser, ['--version'], { timeout: 30_000 }).status === 0;
}

function download(): string | undefined {
  say('Downloading a browser for the end-to-end tests (once) …');
  spawnSync(process.execPath, [inProject('node_modules/@playwright/test/cli.js'), 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  return downloadedBrowser();
}

function installFromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  say('Installing Chromium for the end-to-end tests (once) …');
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  try {
    execFileSync('apt-get', ['update'], options);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...debianPackages], options);
  } catch {
    return undefined;
  }
  return installedBrowser();
}

const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

// Run by itself, it prints the path.
if (import.meta.main) {
  try {
    process.stdout.write(`${findBrowser()}\n`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
