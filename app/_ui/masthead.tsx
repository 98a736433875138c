import Link from 'next/link';
import type { Translate } from '#lib/i18n/translator';
import { MainNavigation } from './main-navigation';
import { SearchForm } from './search/search-form';

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
        <SearchForm label={t('shell.search')} hint={t('shell.searchHint')} button={t('shell.searchButton')} />
      </div>
    </header>
  );
}
