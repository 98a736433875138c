/** Raised whenever pictures are drawn in another way: browsers and other sites keep them for ever. */
const DRAWING = 1;

export const socialImagePath = ({ id, cover }: { id: number; cover: string }) =>
  `/covers/${id}-${cover}-${DRAWING}.png`;

/** The book of `42-0a1b2c3d-1.png`, whatever the versions; undefined for any other name. */
export function socialImageBook(file: string): number | undefined {
  const [, id] = /^([1-9]\d{0,8})-[0-9a-f]{8}-\d{1,3}\.png$/.exec(file) ?? [];
  return id ? Number(id) : undefined;
}
