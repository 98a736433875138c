/** An `id` is a number from 1 on; an `instant` are the milliseconds of a moment. */
export type KeyKind = 'text' | 'integer' | 'id' | 'instant';
export type KeyValue = string | number;

/** What keys of these kinds hold, each in its place. */
export type Values<Kinds extends readonly KeyKind[]> = {
  -readonly [Nth in keyof Kinds]: Kinds[Nth] extends 'text' ? string : number;
};

/** A place in a list: the order, and what decides there about the record that stands at it. Opaque to a reader. */
export const encodeCursor = (order: string, values: readonly KeyValue[]): string =>
  Buffer.from(JSON.stringify([order, ...values])).toString('base64url');

/** Undefined for what is no cursor, or one of another order. */
export function decodeCursor<const Kinds extends readonly KeyKind[]>(
  text: string | undefined,
  order: string,
  kinds: Kinds,
): Values<Kinds> | undefined {
  const parts = text && text.length <= maxLength ? parsed(text) : undefined;
  if (!Array.isArray(parts) || parts[0] !== order) return undefined;
  const values: unknown[] = parts.slice(1);
  return fit(values, kinds) ? values : undefined;
}

/** No address that a browser sends can be longer. */
const maxLength = 16_384;

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}

const fit = <Kinds extends readonly KeyKind[]>(values: unknown, kinds: Kinds): values is Values<Kinds> =>
  Array.isArray(values) &&
  values.length === kinds.length &&
  kinds.every((kind, i) => isOfKind[kind](values[i]));

const largest = 2_147_483_647;
const [earliest, latest] = [Date.parse('0001-01-01'), Date.parse('9999-12-31')];

const isBetween = (min: number, max: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= min && Number(value) <= max;

/** What either engine would refuse to compare with is none of ours. */
const isOfKind: Record<KeyKind, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && value.isWellFormed() && !value.includes('\0'),
  integer: isBetween(-largest, largest),
  id: isBetween(1, largest),
  instant: isBetween(earliest, latest),
};
