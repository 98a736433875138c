import type { Locator } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Goes on with the Tab key until this has the focus. */
export async function tabTo(control: Locator): Promise<void> {
  const { keyboard } = control.page();
  await expect(control).toBeVisible();
  // One step before it, if the document tells true, one begins to look.
  for (let steps = await stepsTo(control); steps > 1; steps -= 1) await keyboard.press('Tab');
  for (let steps = 0; steps < 400 && !(await hasFocus(control)); steps += 1) await keyboard.press('Tab');
  await expect(control).toBeFocused();
}

export async function pressWithKeyboard(control: Locator): Promise<void> {
  await tabTo(control);
  await control.page().keyboard.press('Enter');
}

const hasFocus = (control: Locator) => control.evaluate((element) => element === document.activeElement);

/** How many stops of the keyboard there are on the way, this one included. */
const stepsTo = (control: Locator) =>
  control.evaluate((element) => {
    const stops = [
      ...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary'),
    ];
    const here = document.activeElement ?? document.body;
    const isOnTheWay = (stop: Element) =>
      here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING &&
      !(element.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) &&
      stop.checkVisibility({ visibilityProperty: true });
    return stops.filter(isOnTheWay).length;
  });
