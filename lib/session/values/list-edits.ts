/** What `addTo` and `takeFrom` do to a list, as it is told to the store: what another request adds meanwhile stays. */
export type ListEdit =
  | { kind: 'add'; item: unknown; at: 'start' | 'end'; most?: number }
  | { kind: 'take'; item: unknown };

/** The list after an edit; the very same one where it changes nothing. */
export function edited(list: readonly unknown[], edit: ListEdit): readonly unknown[] {
  const { item } = edit;
  const text = JSON.stringify(item);
  const others = list.filter((other) => JSON.stringify(other) !== text);
  const isThere = others.length < list.length;
  if (edit.kind === 'take') return isThere ? others : list;
  if (edit.at === 'end')
    return isThere ? list : [...list, item].slice(-(edit.most ?? Number.MAX_SAFE_INTEGER));
  return JSON.stringify(list[0]) === text ? list : [item, ...others].slice(0, edit.most);
}
