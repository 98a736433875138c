import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const language = (page: Page, name: string) =>
  page.getByRole('contentinfo').getByRole('button', { name, exact: true });

async function expectLanguage(page: Page, lang: string, name: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', lang);
  await expect(language(page, name)).toHaveAttribute('aria-current', 'true');
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('the language a reader chooses is kept, on every page and the next time', async ({
      page,
      context,
    }) => {
      await page.goto('/');
      await expectLanguage(page, 'en', 'English');
      await language(page, 'Português').click();
      await expectLanguage(page, 'pt-BR', 'Português');
      await expect(page.getByRole('heading', { name: 'Novidades' })).toBeVisible();
      await page.getByRole('link', { name: 'Autores', exact: true }).click();
      await expect(page).toHaveTitle('Autores – LocalLibrary');
      await expectLanguage(page, 'pt-BR', 'Português');

      const nextTime = await context.newPage();
      await nextTime.goto('/genres');
      await expect(nextTime.getByRole('heading', { level: 1 })).toHaveText('Gêneros');
      await expectLanguage(nextTime, 'pt-BR', 'Português');
      await language(nextTime, 'English').click();
      await expect(nextTime.getByRole('heading', { level: 1 })).toHaveText('Genres');
    });

    test('choosing a language leads back to the same page, with what was asked of it', async ({ page }) => {
      await page.goto('/books?q=a&page=2');
      const books = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
      await language(page, 'Español').click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ libros para «a»$/);
      await expect(page).toHaveURL('/books?q=a&page=2');
      await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText(books);
    });

    test('the notice of the demonstration stays closed once it is closed', async ({ page, newVisitor }) => {
      const notice = (of: Page) => of.getByRole('complementary', { name: 'This is a demonstration' });
      await page.goto('/');
      await expect(notice(page)).toContainText('DEMO=off');
      await page.getByRole('button', { name: 'Close this notice' }).click();
      await expect(notice(page)).toBeHidden();
      await expect(page).toHaveURL('/');
      await page.reload();
      await expect(page.getByRole('heading', { name: 'New arrivals' })).toBeVisible();
      await expect(notice(page)).toBeHidden();

      await language(page, 'Español').click();
      await expect(page.getByRole('heading', { name: 'Novedades' })).toBeVisible();
      await expect(page.getByRole('complementary')).toBeHidden();
      const other = await newVisitor();
      await other.goto('/');
      await expect(notice(other)).toBeVisible();
    });
  });
}

test('A language that the library does not speak changes nothing', async ({ page }) => {
  await page.goto('/genres');
  await language(page, 'Español').evaluate((button) => button.setAttribute('value', 'tlh'));
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await language(page, 'Español').click();
  expect((await answered).status()).toBeLessThan(400);
  await page.reload();
  await expectLanguage(page, 'en', 'English');
});

test('Every reader finds the own language by its own name', async ({ page }) => {
  await page.goto('/authors');
  await expect(language(page, 'English')).toHaveAttribute('lang', 'en');
  await expect(language(page, 'Español')).toHaveAttribute('lang', 'es');
  await expect(language(page, 'Português')).toHaveAttribute('lang', 'pt-BR');
});
