import { formats } from '#db/schema/catalog';
import { authorNames, genreNames } from '#lib/api/facet-name-queries';
import type { Facets } from '#lib/api/facet-schema';
import { languageName } from '#lib/i18n/format';
import type { FacetCount, FacetCounts } from '#lib/search/facets';
import type { FilterName, Format } from '#lib/search/request';

const mostValues = 30;

const formatLabels: Record<Format, string> = {
  book: 'Book',
  large_print: 'Large print',
  comic: 'Comic',
  ebook: 'E-book',
  audiobook: 'Audiobook',
  periodical: 'Periodical',
  score: 'Printed music',
  map: 'Map',
  film: 'Film',
};

/** -430 is 430 BCE to 421 BCE. */
export const decadeLabel = (decade: number): string =>
  decade < 0 ? `${-decade}–${-decade - 9} BCE` : `${decade}–${decade + 9}`;

/** A record that went away after it was counted has no name, and is left out. */
const labelled = <Value>(
  counts: FacetCount[],
  read: (counted: FacetCount['value']) => Value | undefined,
  labelFor: (value: Value) => string | undefined,
) =>
  counts.flatMap(({ value: counted, count }) => {
    const value = read(counted);
    const label = value === undefined ? undefined : labelFor(value);
    return value === undefined || label === undefined ? [] : [{ value, label, count }];
  });

const formatOf = (counted: FacetCount['value']) => formats.find((format) => format === counted);

/** The values of each kind that most books have, as the parameters take them, with their English names. */
export async function facetLabels(counts: FacetCounts): Promise<Facets> {
  const most = (name: FilterName) => counts[name].slice(0, mostValues);
  const ids = (name: 'genre' | 'author') => most(name).map(({ value }) => Number(value));
  const [genres, authors] = [await genreNames(ids('genre')), await authorNames(ids('author'))];
  return {
    available: labelled(
      most('available'),
      () => 'true' as const,
      () => 'On the shelf',
    ),
    format: labelled(most('format'), formatOf, (format) => formatLabels[format]),
    genre: labelled(most('genre'), Number, (id) => genres.get(id)),
    language: labelled(most('language'), String, (code) => languageName('en', code)),
    author: labelled(most('author'), Number, (id) => authors.get(id)),
    decade: labelled(most('decade'), Number, decadeLabel),
  };
}
