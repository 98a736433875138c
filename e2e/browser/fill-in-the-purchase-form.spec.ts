import { suggestionPath as path, suggestionsLike as stored } from '../support/purchase-suggestions.ts';
import { expect, expectAccessible } from './fixtures.ts';
import { author, expectThanks, headline, note, press, send, summary, test, title } from './purchase-form.ts';

for (const viewport of [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
]) {
  test(`Everybody can read the form, what was refused, and the thanks, ${viewport.width} px wide`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize(viewport);
    await page.goto(`${path}?author=${'x'.repeat(300)}`);
    await expectAccessible(page);
    await press(send(page));
    await expect(summary(page)).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
    await page.goto('/purchase-suggestions/thanks');
    await expectAccessible(page);
  });
}

test('The keyboard is enough', async ({ page, library }) => {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await title(page).focus();
  await page.keyboard.press('Enter');
  await expect(summary(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(title(page)).toBeFocused();
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Tab');
  await expect(author(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(note(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(send(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expectThanks(page);
  await expect(headline(page)).toBeFocused();
  expect(await stored(library, 'By keyboard')).toBe(1);
});

test('What is refused a second time takes the focus a second time', async ({ page }) => {
  await page.goto(path);
  await press(send(page));
  await expect(summary(page)).toBeFocused();
  await press(send(page));
  await expect(summary(page)).toBeFocused();
});

const words = {
  es: ['Todavía no se ha enviado', 'Título del libro: Escriba al menos una parte del título.'],
  'pt-BR': ['Ainda não foi enviado', 'Título do livro: Escreva ao menos uma parte do título.'],
};
for (const [locale, [notSent = '', sentence = '']] of Object.entries(words)) {
  test.describe(`A reader of ${locale}`, () => {
    test.use({ locale });

    test('is told so in that language', async ({ page }) => {
      await page.goto(path);
      await press(page.getByRole('button', { name: 'Sugerir esta compra' }));
      await expect(page.getByRole('region', { name: notSent }).getByRole('link')).toHaveText(sentence);
    });
  });
}
