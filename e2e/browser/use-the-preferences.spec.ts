import { startLibrary } from '../support/library-server.ts';
import { expect, expectAccessible, test } from './fixtures.ts';
import { fillEverything, main, press } from './preferences-page.ts';

for (const engine of ['database', 'memory', 'file']) {
  test(`With the ${engine} engine a cookie from before does not bring back what was forgotten`, async ({
    page,
    context,
  }) => {
    const library = await startLibrary({ env: { SESSION_ENGINE: engine } });
    for (let time = 0; time < 3; time += 1) await page.goto(library.url);
    const cookies = await context.cookies();
    await page.goto(`${library.url}/preferences`);
    await press(page, 'Forget it all');
    await expect(main(page)).toContainText('Nothing is remembered about this browser.');
    await context.addCookies(cookies);
    await page.goto(`${library.url}/preferences`);
    await expect(main(page)).toContainText('Nothing is remembered about this browser.');
    await page.goto(library.url);
    await expect(page.getByText('You have visited this page 1 time.')).toBeVisible();
    await page.goto('about:blank');
    await library.stop();
  });
}

const english =
  /\b(the|this|that|your|you|and|of|them|it|on|not|list|books?|page|forget|show|nothing|remembers?)\b/i;

for (const locale of ['es', 'pt-BR']) {
  test.describe(`For a browser that speaks ${locale}`, () => {
    test.use({ locale });

    test('no English is left on the pages about what is remembered', async ({ page }) => {
      await page.goto('/');
      for (const fill of [async () => {}, () => fillEverything(page)]) {
        await fill();
        for (const path of ['/preferences', '/list', '/list/1-2']) {
          await page.goto(path);
          // What a book says of itself is in its own language.
          await page.locator('main [lang], main li, footer [lang]').evaluateAll((own) => {
            for (const element of own)
              for (const node of [...element.childNodes]) if (!element.querySelector('form')) node.remove();
          });
          const words = await page.locator('body').innerText();
          expect(words.replaceAll(/JSON|http\S+/g, '').match(english), `${path}: ${words}`).toBeNull();
        }
      }
    });
  });
}

test('Everybody can use the pages about what is remembered', async ({ page }) => {
  test.setTimeout(60_000);
  await fillEverything(page);
  for (const path of ['/preferences', '/list', '/list/1-2-3']) {
    await page.goto(path);
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([path, scrolled]).toEqual([path, width]);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await expectAccessible(page);
  }
});

for (const filled of [false, true]) {
  test(`Everybody can use the theme that was chosen, with ${filled ? 'much' : 'nothing else'} remembered`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    if (filled) await fillEverything(page);
    await page.goto('/preferences');
    await main(page).locator('button[value=light]').click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expectAccessible(page);
  });
}

test('The page keeps its name while a choice is made', async ({ page }) => {
  await page.goto('/preferences');
  await page.evaluate(() => {
    const nameless = () => {
      if (!document.title) document.documentElement.dataset.nameless = 'yes';
    };
    new MutationObserver(nameless).observe(document, { childList: true, subtree: true, characterData: true });
  });
  for (const value of ['light', 'dark', 'system', 'light', 'dark']) {
    await main(page).locator(`button[value=${value}]`).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', value);
  }
  await expect(page.locator('html')).not.toHaveAttribute('data-nameless');
});
