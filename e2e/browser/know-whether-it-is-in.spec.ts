import { expect, test } from './fixtures.ts';

const sentences =
  /^(On the shelf(: \d of \d)?|Back on \w+ \d+|Overdue since \w+ \d+|To be read here.*|Being (repaired|prepared)|On order|On loan.*|Set aside for a reader|(Damaged|Missing|Lost): ask at the desk|No copies here)$/;

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a row, a cover and the page of a book say the same', async ({ page }) => {
      await page.goto('/');
      const card = page.getByRole('region', { name: 'New arrivals' }).getByRole('listitem').first();
      const said = (await card.locator('.state').textContent()) ?? '';
      expect(said).toMatch(sentences);
      await card.getByRole('link').click();
      const line = page.locator('h1 ~ p .state').first();
      await expect(line).toHaveText(said);
      const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
      await page.goto(`/books?q=${encodeURIComponent(title)}`);
      await expect(page.locator('.book-row .state').first()).toHaveText(said);
    });

    test('where a book stands is said behind it, and its barcodes on request', async ({ page }) => {
      await page.goto('/books?available=shelf&size=50');
      const row = page.locator('.book-row', { hasText: "Children's room · CHI" }).first();
      await expect(row).toContainText(/On the shelf(: \d of \d)? · Children's room · CHI \w+/);
      await row.getByRole('heading').getByRole('link').click();
      await expect(page.getByRole('table', { name: 'Copies' })).toContainText('on the shelf');
      const barcode = page.getByRole('link', { name: /^\d{11}$/ }).first();
      await expect(barcode).toBeHidden();
      await page.locator('.all-copies summary').click();
      await expect(barcode).toBeVisible();
    });
  });
}

test('each row of every list says one of the sentences', async ({ page }) => {
  await page.goto('/books?size=100');
  const said = await page.locator('.book-row .state').allTextContents();
  expect(said.length).toBeGreaterThanOrEqual(50);
  for (const text of said) expect(text).toMatch(sentences);
});
