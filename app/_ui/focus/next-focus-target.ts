const isThere = (element: Element | null | undefined): element is HTMLElement =>
  element instanceof HTMLElement && element.isConnected;

/**
 * Where to go on once what was pressed is gone, best first: the row that a link names, the same button, the next row of a list, the heading of
 * the section, the headline. What stands around it is looked up while it is there.
 */
export function nextFocusTarget(pressed: HTMLElement): () => HTMLElement | undefined {
  const row = pressed.closest('main li');
  const rows = [row?.nextElementSibling, row?.previousElementSibling];
  const heading = pressed.closest('section')?.querySelector('h2');
  return () =>
    [
      rowNamed(pressed)?.querySelector('a'),
      sameButton(pressed),
      ...rows.map((near) => near?.querySelector('button')),
      heading,
      document.querySelector('h1'),
    ].find(isThere);
}

const sameButton = (pressed: HTMLElement) =>
  pressed instanceof HTMLButtonElement && pressed.name
    ? document.querySelector(`button[name="${pressed.name}"][value="${CSS.escape(pressed.value)}"]`)
    : null;

/** A link back to a list says where in it one was. */
const rowNamed = (pressed: HTMLElement) =>
  pressed instanceof HTMLAnchorElement
    ? document.querySelector(`li[id="${CSS.escape(pressed.hash.slice(1))}"]`)
    : null;
