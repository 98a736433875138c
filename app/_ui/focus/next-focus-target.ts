const isThere = (element: Element | null | undefined): element is HTMLElement =>
  element instanceof HTMLElement && element.isConnected;

/**
 * Where to go on once what was pressed is gone, best first: the same button, the next row of a list, the heading of
 * the section, the headline. What stands around it is looked up while it is there.
 */
export function nextFocusTarget(pressed: HTMLElement): () => HTMLElement | undefined {
  const row = pressed.closest('main li');
  const rows = [row?.nextElementSibling, row?.previousElementSibling];
  const heading = pressed.closest('section')?.querySelector('h2');
  return () =>
    [
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
