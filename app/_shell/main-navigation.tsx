import Link from 'next/link';
import { usePathname } from 'next/navigation';

export type NavigationProps = { label: string; links: [path: string, name: string][] };

/** The main navigation: says which of its links is the current page, or that the current page is below it. */
export function MainNavigation({ label, links }: NavigationProps) {
  const path = usePathname();
  return (
    <nav aria-label={label}>
      <ul>
        {links.map(([href, name]) => (
          <li key={href}>
            <Link href={href} aria-current={currency(path, href)}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function currency(path: string, href: string): 'page' | 'true' | undefined {
  if (path === href) return 'page';
  return path.startsWith(`${href}/`) ? 'true' : undefined;
}
