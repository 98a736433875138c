import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { Door } from '../support/doors.ts';
import { type Library, startLibrary } from '../support/library-server.ts';

export { expect } from '@playwright/test';

type TestFixtures = {
  /** What a test expects its browsers to complain about. Not a list: Playwright takes a pair for a fixture. */
  allowedProblems: RegExp;
  /** What the browsers of this test complained about so far. */
  problems: string[];
  /** Another person's browser, with a cookie jar of its own. */
  newVisitor: () => Promise<Page>;
};

export type WorkerOptions = {
  /** What the library is started with. */
  door: Door;
};

type WorkerFixtures = WorkerOptions & {
  /** A library with the demonstration data, shared by the tests of one worker. */
  library: Library;
};

/** Chromium with JavaScript off reports a script that it was to load ahead as forbidden by the policy. */
const refusedScript = /^request: .+\.js failed: csp$/;

/** Fails a test on a CSP violation, a console error, a page error, a failed request or an answer of 500 and above. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  door: ['npm start', { scope: 'worker', option: true }],
  library: [
    async ({ door }, use) => {
      const library = await startLibrary({ door });
      await use(library);
      await library.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ library }, use) => use(library.url),
  allowedProblems: [/(?!)/, { option: true }],
  problems: async ({ allowedProblems, javaScriptEnabled }, use) => {
    const problems: string[] = [];
    await use(problems);
    const withoutScripts = javaScriptEnabled === false ? refusedScript : /(?!)/;
    const unexpected = problems.filter(
      (problem) => !allowedProblems.test(problem) && !withoutScripts.test(problem),
    );
    expect(unexpected, 'problems in the browser').toEqual([]);
  },
  context: async ({ context, problems }, use) => {
    await watch(context, problems);
    await use(context);
    await hearThePages(context);
  },
  newVisitor: async ({ browser, contextOptions, problems, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, ...(baseURL && { baseURL }) });
      contexts.push(context);
      await watch(context, problems);
      return context.newPage();
    });
    for (const context of contexts) {
      await hearThePages(context);
      await context.close();
    }
  },
});

async function watch(context: BrowserContext, problems: string[]): Promise<void> {
  await context.addInitScript(() =>
    addEventListener('securitypolicyviolation', (event) =>
      // biome-ignore lint/suspicious/noConsole: the next lines listen to the console.
      console.error(`Content-Security-Policy: ${event.violatedDirective} forbids ${event.blockedURI}`),
    ),
  );
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => problems.push(`page: ${error.error().message}`));
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'unknown';
    // The browser itself gives up what it no longer needs, such as a page fetched ahead when another is opened.
    if (reason !== 'net::ERR_ABORTED') problems.push(`request: ${request.url()} failed: ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 500) problems.push(`response: ${response.url()} answered ${response.status()}`);
  });
}

/** What a page reports arrives later than the end of the step that caused it, but before the page's next answer. */
async function hearThePages(context: BrowserContext): Promise<void> {
  for (const page of context.pages()) await page.evaluate(() => document.readyState);
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** All that another theme can change. */
const rulesOfColors = ['color-contrast', 'link-in-text-block'];

/** axe finds nothing to complain about in this page, light or dark. */
export async function expectAccessible(page: Page): Promise<void> {
  // Opening another page by a link, React takes the old title away before it puts the new one there.
  await expect(page).toHaveTitle(/./);
  await expectNoViolations(page, 'light', axe(page).withTags(rules));
  await expectNoViolations(page, 'dark', axe(page).withRules(rulesOfColors));
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** In a page without frames, axe needs no second page to put its findings together. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode();

async function expectNoViolations(
  page: Page,
  colorScheme: 'light' | 'dark',
  rules: AxeBuilder,
): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const { violations } = await rules.analyze();
  const found = violations.map(({ help, nodes }) => `${help}: ${nodes.map((node) => node.html).join(' ')}`);
  expect(found, `accessibility of ${page.url()} in the ${colorScheme} theme`).toEqual([]);
}
