/** The version changes with the picture, so that browsers may keep it for ever. */
export const coverPath = ({ id, cover }: { id: number; cover: string }) => `/covers/${id}-${cover}.svg`;

/** The book of `42-0a1b2c3d.svg`, whatever the version; undefined for any other name. */
export function coverOf(file: string): number | undefined {
  const [, id] = /^([1-9]\d{0,8})-[0-9a-f]{8}\.svg$/.exec(file) ?? [];
  return id ? Number(id) : undefined;
}
