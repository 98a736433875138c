import Link from 'next/link';
import { MainNavigation, type NavigationProps } from './main-navigation';
import { SearchForm, type SearchFormProps } from './search/search-form';

export type HeaderProps = { name: string; navigation: NavigationProps; search: SearchFormProps };

export function Header({ name, navigation, search }: HeaderProps) {
  return (
    <header className="site-header">
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
