/**
 * Makes `old` what `fresh` is, an element of the same kind, and keeps every element that can stay: the button that has
 * the focus, the picture that is loaded.
 */
export function morph(old: Element, fresh: Element): void {
  if (old.isEqualNode(fresh)) return;
  takeAttributes(old, fresh);
  dropWhatLeft(old, fresh);
  const [olds, news] = [[...old.childNodes], [...fresh.childNodes]];
  for (const [place, child] of news.entries()) {
    const before = olds[place];
    if (!before) old.append(child);
    else if (isElement(before) && isElement(child) && before.tagName === child.tagName) morph(before, child);
    else if (!before.isEqualNode(child)) before.replaceWith(child);
  }
  for (const gone of olds.slice(news.length)) gone.remove();
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

/** A row that has a name and is not there any more goes as a whole: those after it stay as they are. */
function dropWhatLeft(old: Element, fresh: Element): void {
  const names = new Set([...fresh.children].map(({ id }) => id));
  for (const child of [...old.children]) if (child.id && !names.has(child.id)) child.remove();
}

function takeAttributes(old: Element, fresh: Element): void {
  for (const name of old.getAttributeNames()) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
}
