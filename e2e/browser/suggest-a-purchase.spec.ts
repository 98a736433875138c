import { startCookieRemover } from '../support/cookie-remover.ts';
import {
  suggestionPath as path,
  sendByHand,
  suggestionsLike as stored,
} from '../support/purchase-suggestions.ts';
import { expect } from './fixtures.ts';
import { author, expectThanks, headline, note, press, send, summary, test, title } from './purchase-form.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a reader who found nothing asks for the book, once', async ({ page, library }) => {
      const words = `zzyzx road ${javaScriptEnabled}`;
      await page.goto(`/books?q=${encodeURIComponent(words)}`);
      await page.getByRole('link', { name: 'Ask the library to buy a book' }).click();
      await expect(headline(page)).toHaveText('Ask the library to buy a book');
      await expect(title(page)).toHaveValue(words);
      await author(page).fill('Amara Okafor');
      await press(send(page));
      await expectThanks(page);
      await expect(page).toHaveURL(/\/purchase-suggestions\/thanks$/);
      await page.reload();
      await expectThanks(page);
      expect(await stored(library, words)).toBe(1);
      await page.getByRole('link', { name: 'Suggest another book' }).click();
      await expect(title(page)).toHaveValue('');
    });

    test('a form that is sent empty says so at its field, and is sent once it is filled in', async ({
      page,
      library,
    }) => {
      const wanted = `Earthsea ${javaScriptEnabled}`;
      await page.goto(path);
      await title(page).fill(' \u3164 ');
      await author(page).fill('Ursula');
      await note(page).fill('First\nsecond');
      await press(send(page));
      await expect(summary(page)).toBeFocused();
      await expect(summary(page).getByRole('alert')).toHaveText(
        'Title of the book: Write at least a part of the title.',
      );
      await expect(title(page)).toHaveAccessibleDescription(
        'As well as you know it. Write at least a part of the title.',
      );
      await expect(title(page)).toHaveAttribute('aria-invalid', 'true');
      await expect(author(page)).toHaveAttribute('aria-invalid', 'false');
      await expect(title(page)).toHaveValue(' \u3164 ');
      await expect(author(page)).toHaveValue('Ursula');
      await expect(note(page)).toHaveValue('First\nsecond');
      await title(page).fill(wanted);
      await press(send(page));
      await expectThanks(page);
      expect(await stored(library, wanted)).toBe(1);
    });

    test('ten thousand letters are not lost: the field says how many it takes', async ({ page }) => {
      const long = 'long '.repeat(2000);
      await page.goto(path);
      for (const field of [title(page), author(page), note(page)]) await field.fill(long);
      await press(send(page));
      await expect(summary(page).getByRole('link')).toHaveText([
        'Title of the book: Use at most 300 characters: this has 9,999.',
        'Author: Use at most 200 characters: this has 9,999.',
        'Note for the librarians: Use at most 1,000 characters: this has 9,999.',
      ]);
      for (const field of [title(page), author(page), note(page)]) await expect(field).toHaveValue(long);
      await summary(page).getByRole('link').nth(1).click();
      await expect(author(page)).toBeFocused();
    });

    test('whoever has sent too many is told when the next is taken, and keeps what was typed', async ({
      page,
      library,
      address,
    }) => {
      for (let nth = 1; nth <= 10; nth += 1)
        expect((await sendByHand(library, address, [['title', `Too many ${nth}`]])).status).toBe(303);
      await page.goto(path);
      await title(page).fill('One too many');
      await press(send(page));
      await expect(summary(page)).toBeFocused();
      await expect(summary(page)).toContainText(
        /The next one can be sent in (59|60) minutes; what you wrote/,
      );
      await expect(title(page)).toHaveValue('One too many');
      expect(await stored(library, 'One too many')).toBe(0);
    });

    test('the same form in two tabs is one suggestion', async ({ page, context, library }) => {
      const wanted = `Two tabs ${javaScriptEnabled}`;
      const tabs = [page, await context.newPage()];
      for (const tab of tabs) await tab.goto(`${path}?title=${encodeURIComponent(wanted)}`);
      for (const tab of tabs) {
        await press(send(tab));
        await expectThanks(tab);
      }
      expect(await stored(library, wanted)).toBe(1);
    });

    test('a button that is pressed twice sends one suggestion', async ({ page, library }) => {
      const wanted = `Pressed twice ${javaScriptEnabled}`;
      await page.goto(`${path}?title=${encodeURIComponent(wanted)}`);
      await page.waitForLoadState('networkidle');
      await send(page).dblclick();
      await expectThanks(page);
      expect(await stored(library, wanted)).toBe(1);
    });
  });
}

test.describe('Without JavaScript and without cookies', () => {
  test.use({ javaScriptEnabled: false });

  test('a suggestion is sent all the same', async ({ page, context, library }) => {
    const withoutCookies = await startCookieRemover(library.url);
    await page.goto(withoutCookies.url + path);
    await press(send(page));
    await expect(summary(page)).toBeFocused();
    await title(page).fill('Without cookies');
    await press(send(page));
    await expectThanks(page);
    expect(await context.cookies()).toEqual([]);
    expect(await stored(library, 'Without cookies')).toBe(1);
    await page.goto('about:blank');
    withoutCookies.stop();
  });
});

test('A number that was searched for is no title', async ({ page }) => {
  await page.goto('/books?q=9780140366242');
  await page.getByRole('link', { name: 'Ask the library to buy a book' }).click();
  await expect(note(page)).toHaveValue('9780140366242');
  await expect(title(page)).toHaveValue('');
});
