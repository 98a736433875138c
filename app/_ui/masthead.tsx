import Link from 'next/link';
import type { Translate } from '#lib/i18n/translator';
import { MainNavigation } from './main-navigation';

export function Masthead({ t }: { t: Translate }) {
  return (
    <header className="masthead">
      <div className="frame">
        <Link className="wordmark" href="/">
          {t('library.name')}
        </Link>
        <MainNavigation
          label={t('shell.mainNavigation')}
          links={[
            ['/books', t('shell.books')],
            ['/authors', t('shell.authors')],
            ['/genres', t('shell.genres')],
            ['/list', t('shell.list')],
          ]}
        />
        <SearchForm t={t} />
      </div>
    </header>
  );
}

function SearchForm({ t }: { t: Translate }) {
  return (
    <search className="contents">
      <form className="search" action="/books">
        <input
          type="search"
          name="q"
          maxLength={200}
          aria-label={t('shell.search')}
          placeholder={t('shell.searchHint')}
        />
        <button className="button" type="submit">
          {t('shell.searchButton')}
        </button>
      </form>
    </search>
  );
}
