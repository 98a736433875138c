/** Markup that is safe to put into a page. */
export type Html = { readonly __html: string };

type Part = string | number | Html | readonly Html[] | null | undefined;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as markup shows it, in an element or in a quoted attribute. */
export const escaped = (text: string): string =>
  // Most texts need nothing, and are found out faster than replaced.
  special.test(text) ? text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter) : text;

const special = /[&<>"']/;

function written(part: Part): string {
  if (part === null || part === undefined) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  if ('__html' in part) return part.__html;
  let markup = '';
  for (const { __html } of part) markup += __html;
  return markup;
}

/**
 * Markup that no script needs: rows of a list, check boxes of a form. What stands in `${}` is escaped unless it is
 * markup itself; attributes must be quoted. React would make each element three times over, as a description, as HTML
 * and again in the browser: see docs/decisions/008.
 */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  let [markup = ''] = texts;
  for (let place = 0; place < parts.length; place++) markup += written(parts[place]) + texts[place + 1];
  return { __html: markup };
}
