import { asc, gt } from 'drizzle-orm';
import { db } from '#db/client';
import { genres, languages } from '#db/schema/catalog';
import { type Place, pageOf } from '#lib/api/requests/cursor';
import { genrePath } from '#lib/catalog/address';
import { languageName } from '#lib/i18n/format';

/** One page of genres behind `place`, in the order of their names. */
export async function genresAfter(place: Place<'genre'> | undefined, limit: number) {
  const rows = await db
    .select({ id: genres.id, name: genres.name, sortKey: genres.sortKey, books: genres.bookCount })
    .from(genres)
    .where(place && gt(genres.sortKey, place[0]))
    .orderBy(asc(genres.sortKey))
    .limit(limit + 1);
  const page = pageOf(rows, limit, 'genre', ({ sortKey }) => [sortKey]);
  const items = page.rows.map(({ id, name, books }) => ({
    id,
    name,
    books,
    page: genrePath({ id, name }),
  }));
  return { items, next: page.next };
}

/** One page of languages behind `place`, in the order of their codes. */
export async function languagesAfter(place: Place<'language'> | undefined, limit: number) {
  const rows = await db
    .select({ code: languages.code, books: languages.bookCount })
    .from(languages)
    .where(place && gt(languages.code, place[0]))
    .orderBy(asc(languages.code))
    .limit(limit + 1);
  const page = pageOf(rows, limit, 'language', ({ code }) => [code]);
  const items = page.rows.map(({ code, books }) => ({
    code,
    name: languageName('en', code),
    books,
  }));
  return { items, next: page.next };
}
