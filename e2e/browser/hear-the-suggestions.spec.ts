import { expect, expectAccessible, test } from './fixtures.ts';
import { box, chosen, enterBox, list, options, typeAndSee } from './suggestions.ts';

test('An input method that puts a letter together has the keys for itself', async ({ page }) => {
  await enterBox(page);
  await typeAndSee(page, 'gar');
  await page.keyboard.press('ArrowDown');
  await box(page).evaluate((input) => {
    const keydown = { key: 'Enter', isComposing: true, bubbles: true, cancelable: true };
    input.dispatchEvent(new KeyboardEvent('keydown', keydown));
    input.dispatchEvent(new KeyboardEvent('keydown', { ...keydown, key: 'Escape' }));
  });
  await expect(chosen(page)).toHaveCount(1);
  await expect(page).toHaveURL('/');
});

test('How many there are is said, in the language of the page', async ({ page }) => {
  await enterBox(page);
  await typeAndSee(page, 'garcia mar');
  const many = await options(page).count();
  await expect(page.getByRole('search').locator('[aria-live=polite]')).toHaveText(
    new RegExp(`^${many} suggestions?$`),
  );
  await page.goto('/');
  await page.getByRole('button', { name: 'Español' }).click();
  await page.getByLabel('Buscar en el catálogo').focus();
  await page.getByRole('combobox').pressSequentially('garcia mar');
  await expect(page.getByRole('search').locator('[aria-live=polite]')).toHaveText(/^\d sugerencia/);
  await expect(page.getByRole('option').first()).toContainText('Autor');
});

test('The number is said again for other words, and is gone with the list', async ({ page }) => {
  await enterBox(page);
  await typeAndSee(page, 'hobb');
  const said = page.getByRole('search').locator('[aria-live=polite]');
  await expect(said).toHaveText('1 suggestion');
  await page.keyboard.press('i');
  await expect(said).toBeEmpty();
  await expect(said).toHaveText('1 suggestion');
  await page.keyboard.press('Escape');
  await expect(said).toBeEmpty();
});

test('Who moves in the text is no longer at a suggestion', async ({ page }) => {
  await enterBox(page);
  await typeAndSee(page, 'gar');
  for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End']) {
    await page.keyboard.press('ArrowDown');
    await expect(chosen(page)).toHaveCount(1);
    await page.keyboard.press(key);
    await expect(chosen(page)).toHaveCount(0);
    await expect(box(page)).not.toHaveAttribute('aria-activedescendant');
    await expect(list(page)).toBeVisible();
  }
});

test('The box is what it is before anybody goes into it', async ({ page }) => {
  await page.goto('/');
  await expect(box(page)).toHaveAttribute('aria-expanded', 'false');
});

test('Titles say their language and direction', async ({ page }) => {
  await enterBox(page);
  await typeAndSee(page, 'سيدات');
  await expect(options(page).first().locator('[lang=ar][dir=auto]')).toHaveCount(1);
});

test('Everybody can use the suggestions', async ({ page }) => {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await enterBox(page);
    await typeAndSee(page, 'gar');
    await page.keyboard.press('ArrowDown');
    await expectAccessible(page);
  }
});
