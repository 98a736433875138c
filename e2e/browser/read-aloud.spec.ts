import { expect, test } from './fixtures.ts';

test('Each table has a name, and each row begins with what it is about', async ({ page }) => {
  await page.goto('/books/1');
  const copies = page.getByRole('table', { name: 'Copies' });
  await expect(copies.getByRole('rowheader').first()).toHaveText(/^\d+ on the shelf$/);
  await page.goto('/api');
  const examples = page.getByRole('table', { name: 'Examples' });
  await expect(examples.getByRole('rowheader', { name: 'One book', exact: true })).toBeVisible();
  const errors = page.getByRole('table', { name: 'Errors' });
  await expect(errors.getByRole('rowheader', { name: '404' })).toBeVisible();
});

test('A title in a citation keeps its language, and its place among what stands around it', async ({
  page,
}) => {
  await page.goto('/books?q=القاهرة&language=ar');
  await page.getByRole('main').getByRole('heading', { level: 2 }).first().getByRole('link').click();
  await page.getByText('Cite this book').click();
  const titles = page.locator('details i');
  await expect(titles).toHaveCount(3);
  await expect(page.locator('details i[lang=ar][dir=auto]')).toHaveCount(3);
});

test('The letter that one is at shows the focus', async ({ page }) => {
  await page.goto('/books?from=m');
  await page.getByRole('link', { name: 'Skip the letters' }).focus();
  const current = page.getByRole('navigation', { name: 'First letters' }).locator('[aria-current]');
  while (!(await current.evaluate((letter) => letter === document.activeElement)))
    await page.keyboard.press('Tab');
  const [ring, ground] = await current.evaluate((letter) => {
    const { outlineColor, backgroundColor } = getComputedStyle(letter);
    return [outlineColor, backgroundColor];
  });
  expect(ring).not.toBe(ground);
});

test('Where there are no books there is no empty list', async ({ page }) => {
  await page.goto('/list');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My list');
  await expect(page.getByRole('main').getByRole('list')).toHaveCount(0);
});
