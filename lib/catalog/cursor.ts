export type KeyKind = 'text' | 'integer' | 'instant';
export type KeyValue = string | number;

/** A place in a list: the order, and what decides there about the record that stands at it. Opaque to a reader. */
export const encodeCursor = (order: string, values: KeyValue[]): string =>
  Buffer.from(JSON.stringify([order, ...values])).toString('base64url');

/** Undefined for what is no cursor, or one of another order. */
export function decodeCursor(
  text: string | undefined,
  order: string,
  kinds: KeyKind[],
): KeyValue[] | undefined {
  const parts = text && text.length <= longest ? parsed(text) : undefined;
  if (!Array.isArray(parts) || parts[0] !== order) return undefined;
  const values: unknown[] = parts.slice(1);
  return fits(values, kinds) ? values : undefined;
}

const longest = 4000;

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}

const fits = (values: unknown[], kinds: KeyKind[]): values is KeyValue[] =>
  values.length === kinds.length && kinds.every((kind, i) => isOfKind[kind](values[i]));

const [earliest, latest] = [Date.parse('0001-01-01'), Date.parse('9999-12-31')];

/** What either engine would refuse to compare with is none of ours. */
const isOfKind: Record<KeyKind, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && value.isWellFormed() && !value.includes('\0'),
  integer: (value) => Number.isInteger(value) && Math.abs(Number(value)) <= 2_147_483_647,
  instant: (value) => Number.isInteger(value) && Number(value) >= earliest && Number(value) <= latest,
};
