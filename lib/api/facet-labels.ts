import type { Facets } from '#lib/api/schemas/facet-schema';
import { formats } from '#lib/catalog/books/book';
import { translator } from '#lib/i18n/translator';
import { authorNames, genreNames } from '#lib/search/facets/facet-label-queries';
import { filterLabel } from '#lib/search/facets/facet-labels';
import type { FacetCount, FacetCounts } from '#lib/search/facets/facets';
import type { FilterName } from '#lib/search/request';

const maxValues = 30;
const locale = 'en';

/** The values of each kind that most books have, as the parameters take them, with their English names. */
export async function facetLabels(counts: FacetCounts): Promise<Facets> {
  const most = (name: FilterName) => counts[name].slice(0, maxValues);
  const ids = (name: 'genre' | 'author') => most(name).map(({ value }) => Number(value));
  const [genres, authors] = [await genreNames(ids('genre')), await authorNames(ids('author'))];
  const words = { locale, t: translator(locale), genres, authors } as const;
  const labelled = <Value>(name: FilterName, read: (value: FacetCount['value']) => Value | undefined) =>
    most(name).flatMap(({ value: counted, count }) => {
      const [value, label] = [read(counted), filterLabel(name, counted, words)];
      // A record that went away after it was counted has no name.
      return value === undefined || label === '' ? [] : [{ value, label, count }];
    });
  return {
    available: labelled('available', () => 'true' as const),
    format: labelled('format', (value) => formats.find((format) => format === value)),
    genre: labelled('genre', Number),
    language: labelled('language', String),
    author: labelled('author', Number),
    decade: labelled('decade', Number),
  };
}
