const made: unique symbol = Symbol('safe HTML');

/** HTML that is safe to put into a page: only `html` makes it. */
export type SafeHtml = { readonly [made]: string };

type Part = string | number | SafeHtml | readonly SafeHtml[] | null | undefined;

/**
 * HTML that no script needs: rows of a list, check boxes of a form. What stands in `${}` is escaped unless it is
 * `SafeHtml` itself; throws where it would stand in an attribute without quotes, or as one. React would make each
 * element three times over, as a description, as HTML and again in the browser: see docs/decisions/008.
 */
export function html(texts: TemplateStringsArray, ...parts: Part[]): SafeHtml {
  const places = placesOf(texts);
  let [written = ''] = texts;
  for (let hole = 0; hole < parts.length; hole++) {
    if (places[hole] === 'tag' && isText(parts[hole])) throw new UnsafePlaceError(texts, hole);
    written += text(parts[hole]) + texts[hole + 1];
  }
  return { [made]: written };
}

/** What is written into the page. */
export const textOf = (html: SafeHtml): string => html[made];

/** The name of an element that a template leaves open, of those that are known to be harmless. */
export const tagName = (name: 'h2' | 'h3'): SafeHtml => ({ [made]: name });

const isText = (part: Part): boolean => typeof part === 'string' || typeof part === 'number';

const special = /[&<>"']/;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it, in an element or in a quoted attribute. Most texts need nothing, which is soon seen. */
const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter) : text;

function text(part: Part): string {
  if (part === null || part === undefined) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  if (made in part) return part[made];
  let joined = '';
  for (const each of part) joined += each[made];
  return joined;
}

export class UnsafePlaceError extends Error {
  override name = 'UnsafePlaceError';
  constructor(texts: readonly string[], hole: number) {
    super(`A value stands in a tag without quotes around it: …${texts[hole]?.slice(-40)}\${}`);
  }
}

/** Where a value stands: in the content of an element, in quotes, or anywhere else in a tag. */
type Place = 'content' | 'quoted' | 'tag';

const places = new WeakMap<TemplateStringsArray, Place[]>();

/** Looked at once for each template: its texts never change. */
function placesOf(texts: TemplateStringsArray): Place[] {
  const known = places.get(texts);
  if (known) return known;
  const found: Place[] = [];
  let state: Place | '"' | "'" = 'content';
  for (const [hole, part] of texts.slice(0, -1).entries()) {
    state = placeAfter(part, state);
    if (state === 'tag' && /=\s*$/.test(part)) throw new UnsafePlaceError(texts, hole);
    found.push(state === '"' || state === "'" ? 'quoted' : state);
  }
  places.set(texts, found);
  return found;
}

function placeAfter(part: string, before: Place | '"' | "'"): Place | '"' | "'" {
  let state = before;
  for (const sign of part) {
    if (state === 'content') state = sign === '<' ? 'tag' : 'content';
    else if (state === '"' || state === "'") state = sign === state ? 'tag' : state;
    else if (sign === '>') state = 'content';
    else if (sign === '"' || sign === "'") state = sign;
  }
  return state;
}
