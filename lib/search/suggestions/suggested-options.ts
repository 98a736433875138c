import { queryWords } from '#db/search/terms';
import { authorPath, bookPath, genrePath } from '#lib/catalog/address';
import type { Translate } from '#lib/i18n/translator';
import type { Suggestion } from '#lib/search/suggestions/suggest';
import { type Part, typedParts } from '#lib/search/suggestions/typed-parts';

export type Option = {
  kind: string;
  text: string;
  /** The same text in pieces: what of it was typed is marked. */
  parts: Part[];
  language: string | null;
  detail: string | null;
  path: string;
};

export const suggestedOptions = (suggestions: Suggestion[], q: string, t: Translate): Option[] => {
  const typed = queryWords(q);
  return suggestions.map((suggestion) => {
    const option = optionOf(suggestion, t);
    return { ...option, parts: typedParts(option.text, typed) };
  });
};

const optionOf = (suggestion: Suggestion, t: Translate): Omit<Option, 'parts'> =>
  suggestion.kind !== 'book'
    ? {
        kind: t(`search.${suggestion.kind}`),
        text: suggestion.name,
        language: null,
        detail: [
          suggestion.kind === 'author' && suggestion.otherName,
          t('search.books', { count: suggestion.books }),
        ]
          .filter(Boolean)
          .join(' · '),
        path: suggestion.kind === 'author' ? authorPath(suggestion) : genrePath(suggestion),
      }
    : {
        kind: t('search.book'),
        text: suggestion.title,
        language: suggestion.language,
        detail: [suggestion.otherTitle, suggestion.by].filter(Boolean).join(' · ') || null,
        path: bookPath(suggestion),
      };

/** https://github.com/dewitt/opensearch/blob/master/mediawiki/Specifications/OpenSearch/Extensions/Suggestions/1.1/Draft%201.wiki */
export const openSearchSuggestions = (q: string, options: Option[], site: string) => [
  q,
  options.map(({ text }) => text),
  options.map(({ detail, kind }) => detail ?? kind),
  options.map(({ path }) => new URL(path, site).href),
];
