/** The version changes with the picture, so that browsers may keep it for ever. */
export const coverPath = ({ id, cover }: { id: number; cover: string }) => `/covers/${id}-${cover}.svg`;

/** The book of `42-0a1b2c3d.svg`; undefined for any other name. */
export function coverOf(file: string): { id: number; version: string } | undefined {
  const [, id, version] = /^([1-9]\d{0,8})-([0-9a-f]{8})\.svg$/.exec(file) ?? [];
  return id && version ? { id: Number(id), version } : undefined;
}
