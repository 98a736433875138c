import type { Locator, Page } from '@playwright/test';
import { startCookieRemover } from '../support/cookie-remover.ts';
import { type Library, startLibrary } from '../support/library-server.ts';
import {
  suggestionPath as path,
  sendByHand,
  suggestionsLike as stored,
} from '../support/purchase-suggestions.ts';
import { test as base, expect, expectAccessible } from './fixtures.ts';

type Person = {
  /** The address that this test comes from, as a proxy says it: what one sends does not count for another. */
  address: string;
};

let people = 0;

const test = base.extend<Person, { library: Library }>({
  library: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies of a fixture from this pattern.
    async ({}, use) => {
      const library = await startLibrary({ env: { TRUSTED_PROXIES: '1' } });
      await use(library);
      await library.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  address: async ({}, use) => {
    people += 1;
    await use(`198.18.${people >> 8}.${people & 255}`);
  },
  context: async ({ context, address }, use) => {
    await context.setExtraHTTPHeaders({ 'x-forwarded-for': address });
    await use(context);
  },
});

const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const title = (page: Page) => page.getByRole('textbox', { name: 'Title of the book' });
const author = (page: Page) => page.getByRole('textbox', { name: 'Author (optional)' });
const note = (page: Page) => page.getByRole('textbox', { name: 'Note for the librarians (optional)' });
const send = (page: Page) => page.getByRole('button', { name: 'Suggest this purchase' });
const summary = (page: Page) => page.getByRole('region', { name: 'Not sent yet' });

const expectThanks = (page: Page) => expect(headline(page)).toHaveText('Thank you for your suggestion');

/** Presses with the keyboard once the scripts of the page run: before, a form is sent as without them. */
async function press(target: Locator): Promise<void> {
  await target.page().waitForLoadState('networkidle');
  await target.focus();
  await target.press('Enter');
}

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
