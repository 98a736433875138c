import { tellLibrary } from '../support/library-records.ts';
import { expect, test } from './fixtures.ts';

test('A link of the tutorial opens the book', async ({ page }) => {
  await page.goto('/books?q=earthsea');
  const address = await page.getByRole('link', { name: 'A Wizard of Earthsea' }).getAttribute('href');
  const id = /\d+/.exec(address ?? '')?.[0];
  await page.goto(`/catalog/book/${id}/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A Wizard of Earthsea');
  await expect(page).toHaveURL(address?.split('?')[0] ?? '');
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('the address of an author who was merged leads to the one who stayed', async ({ page, library }) => {
      const gone = javaScriptEnabled ? 800_001 : 800_002;
      await tellLibrary(library, `insert into merged_authors (id, author_id) values (${gone}, 1)`);
      await page.goto('/authors/1');
      const home = page.url();
      await page.goto(`/authors/${gone}-by-another-name`);
      expect(page.url()).toBe(home);
    });
  });
}
