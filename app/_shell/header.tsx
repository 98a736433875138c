import Link from 'next/link';
import { MainNavigation, type NavigationProps } from './main-navigation';
import { SearchForm, type SearchFormProps } from './search/search-form';

export type MastheadProps = { name: string; navigation: NavigationProps; search: SearchFormProps };

export function Masthead({ name, navigation, search }: MastheadProps) {
  return (
    <header className="masthead">
      <div className="frame">
        <Link className="wordmark" href="/">
          {name}
        </Link>
        <MainNavigation {...navigation} />
        <SearchForm {...search} />
      </div>
    </header>
  );
}
