const most = 5;

/** Of a crowd a few, where the rest stands elsewhere: one left out would not be worth saying so. */
export const few = <Item>(all: readonly Item[]): readonly Item[] =>
  all.length > most + 1 ? all.slice(0, most) : all;
