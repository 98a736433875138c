import type { Contributor } from '#lib/catalog/books/contributor-queries';

export type Credit = Pick<Contributor, 'id' | 'name'> & {
  /** All that one did, in the order of the book; nothing where one only wrote it. */
  roles: Contributor['role'][];
};

/** Everyone who had a part in a book, each once, where they are named first. */
export function creditsOfBook(by: Contributor[]): Credit[] {
  const people = Map.groupBy(by, ({ id }) => id);
  return [...people.values()].flatMap((parts) =>
    parts.slice(0, 1).map(({ id, name }) => ({ id, name, roles: saidRoles(parts) })),
  );
}

function saidRoles(parts: Contributor[]): Contributor['role'][] {
  const roles = parts.map(({ role }) => role);
  return roles.every((role) => role === 'author') ? [] : roles;
}
