import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';

const routes = {
  'the home page': '/',
  'the list of books': '/books',
  'what was found': '/books?q=garcia',
  'what was not found': '/books?q=zzyzx',
  'past the last page': '/books?page=999',
  'a book': '/books/1',
  'the list of authors': '/authors',
  'an author': '/authors/1',
  'the list of genres': '/genres',
  'a genre': '/genres/1',
  'the list of languages': '/languages',
  'the books from a letter': '/books?from=m',
  'the books by author': '/books?sort=author',
  'the authors from a letter': '/authors?from=b',
  'the genres with most books': '/genres?sort=books',
  'the books in a language from a letter': '/languages/en?from=m',
  'the reading list': '/list',
  'a shared list': '/list/1-2-3',
  'what is remembered': '/preferences',
  'what programs can ask': '/api',
  'a page that does not exist': '/nothing',
};

const wide = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };

test.use({ allowedProblems: /status of 404 .+\/nothing/ });

for (const [what, path] of Object.entries(routes)) {
  test(`Everybody can read ${what}, and nobody has to scroll sideways`, async ({ page }) => {
    await page.setViewportSize(wide);
    await page.goto(path);
    await expectAccessible(page);
    // 640 px is what a screen of 1280 px offers at 200 %.
    for (const width of [640, 360, 320]) {
      await page.setViewportSize({ ...phone, width });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await page.setViewportSize(phone);
    await expectAccessible(page);
  });
}

async function heights(targets: Locator): Promise<[name: string, height: number][]> {
  return targets.evaluateAll((elements) =>
    elements.map((element) => [element.textContent ?? '', element.getBoundingClientRect().height]),
  );
}

test('What a thumb has to hit is large enough', async ({ page }) => {
  await page.setViewportSize(phone);
  for (const path of Object.values(routes)) {
    await page.goto(path);
    const controls = page.getByRole('navigation').getByRole('link').or(page.getByRole('button'));
    const large = await heights(controls.or(page.getByRole('banner').getByRole('link')));
    expect(large.length).toBeGreaterThan(6);
    expect(large.filter(([, height]) => height < 44)).toEqual([]);
    const links = await heights(page.getByRole('main').getByRole('link'));
    expect(links.filter(([, height]) => height < 24)).toEqual([]);
  }
});

type Focus = { name: string; outline: number; onScreen: boolean };

/** What has the focus, how thick the line around it is, and whether it can be seen. */
const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, bottom, height } = element.getBoundingClientRect();
    return {
      name: element.getAttribute('aria-label') ?? element.textContent ?? '',
      outline: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
      onScreen: height > 0 && bottom > 0 && top < innerHeight,
    };
  });

for (const path of ['/', '/books', '/books/1']) {
  test(`The keyboard comes by everything on ${path}, and shows where it is`, async ({ page }) => {
    await page.goto(path);
    const stops = await page
      .locator('a[href], button, input:not([type=hidden]), select, summary')
      .filter({ visible: true })
      .count();
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press('Tab');
      const { name, outline, onScreen } = await focus(page);
      expect({ name, seen: outline >= 2 && onScreen }).toEqual({ name, seen: true });
    }
    await expect(page.getByRole('contentinfo').getByRole('button').last()).toBeFocused();
  });
}

test('A page says what it is: one heading of the first level, one main part, its landmarks', async ({
  page,
}) => {
  for (const path of Object.values(routes)) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.getByRole('main')).toHaveCount(1);
    for (const landmark of ['banner', 'contentinfo', 'search'] as const) {
      await expect(page.getByRole(landmark)).toHaveCount(1);
    }
  }
});
