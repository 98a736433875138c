/**
 * Makes `old` what `fresh` is, an element of the same kind, and keeps every element that can stay: the button that has
 * the focus, the picture that is loaded. What has an id stays what it is, wherever it goes.
 */
export function morph(old: Element, fresh: Element): void {
  if (old.isEqualNode(fresh)) return;
  takeAttributes(old, fresh);
  dropWhatLeft(old, fresh);
  const named = new Map([...old.children].flatMap((child) => (child.id ? [[child.id, child]] : [])));
  let place = old.firstChild;
  for (const child of [...fresh.childNodes]) {
    const kept = named.get(idOf(child));
    if (kept) place = bringTo(place, kept);
    if (place && idOf(place) === idOf(child)) place = take(child, place);
    else old.insertBefore(child, place);
  }
  while (place) place = removed(place);
}

const idOf = (node: Node): string => (isElement(node) ? node.id : '');

/** What stands before it and has an id goes to the end, where it is found again: but not what has the focus. */
function bringTo(place: ChildNode | null, kept: Element): ChildNode {
  let before = place;
  while (before && before !== kept) {
    if (before.contains(document.activeElement)) {
      before.before(kept);
      return kept;
    }
    const next: ChildNode | null = before.nextSibling;
    if (idOf(before)) before.parentNode?.append(before);
    else before.remove();
    before = next;
  }
  return kept;
}

/** Makes what is here what it is to be; what comes after it. */
function take(child: ChildNode, here: ChildNode): ChildNode | null {
  const next = here.nextSibling;
  if (isElement(here) && isElement(child) && here.tagName === child.tagName) morph(here, child);
  else if (!here.isEqualNode(child)) here.replaceWith(child);
  return next;
}

function removed(node: ChildNode): ChildNode | null {
  const next = node.nextSibling;
  node.remove();
  return next;
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
