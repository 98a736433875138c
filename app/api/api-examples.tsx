import type { Translate } from '#lib/i18n/translator';

const examples = {
  books: '/api/v1/books?language=es&sort=newest&limit=5',
  book: '/api/v1/books/1',
  copies: '/api/v1/books/1/copies',
  search: '/api/v1/search?q=garcia&available=true',
  suggestions: '/api/v1/suggestions?q=gar',
  authors: '/api/v1/authors?limit=100',
  author: '/api/v1/authors/1',
  genres: '/api/v1/genres',
  languages: '/api/v1/languages',
  counts: '/api/v1/counts',
} as const;

/** An address of each kind that can be opened as it is. */
export function ApiExamples({ t }: { t: Translate }) {
  return (
    <>
      <h2 id="examples" className="mt-8 mb-2">
        {t('api.examples')}
      </h2>
      <table className="table table-stacked" aria-labelledby="examples">
        <thead>
          <tr>
            <th scope="col">{t('api.meaning')}</th>
            <th scope="col">{t('api.resource')}</th>
          </tr>
        </thead>
        <tbody>
          {(Object.keys(examples) as (keyof typeof examples)[]).map((name) => (
            <tr key={name}>
              <th scope="row" data-label={t('api.meaning')}>
                {t(`api.${name}`)}
              </th>
              <td data-label={t('api.resource')}>
                <a className="break-all" href={examples[name]}>
                  {examples[name]}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
