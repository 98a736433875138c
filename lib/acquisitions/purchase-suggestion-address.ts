/** The page where a reader asks the library to buy a book. */
export const suggestPurchasePath = '/purchase-suggestions/new';

/** Where one comes to once that is done: reloading it sends nothing. */
export const suggestedPath = '/purchase-suggestions/thanks';

const fields = ['title', 'author', 'note'] as const;

type Begun = Partial<Record<(typeof fields)[number], string>>;

/** The page, with something written in its fields already. */
export const suggestPurchaseAddress = (begun: Begun) =>
  `${suggestPurchasePath}?${new URLSearchParams(begun)}`;

/** What an address writes in the fields. */
export const begunWith = (params: Record<string, string | string[] | undefined>): Begun =>
  Object.fromEntries(fields.map((field) => [field, [params[field]].flat()[0] ?? '']));
