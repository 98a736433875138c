import { among, idList } from '#db/among';
import { db } from '#db/client';
import { prepared } from '#db/prepared';
import { authors, genres } from '#db/schema/catalog';

type Row = { id: number; name: string };

const genreRows = prepared('facet_genre_names', () =>
  db.select({ id: genres.id, name: genres.name }).from(genres).where(among(genres.id, 'ids')),
);

const authorRows = prepared('facet_author_names', () =>
  db.select({ id: authors.id, name: authors.name }).from(authors).where(among(authors.id, 'ids')),
);

const byId = (rows: Row[]) => new Map(rows.map(({ id, name }) => [id, name]));

/** Names by ids: one query each, however many there are. */
export const genreNames = async (ids: number[]) => byId(await genreRows({ ids: idList(ids) }));
export const authorNames = async (ids: number[]) => byId(await authorRows({ ids: idList(ids) }));
