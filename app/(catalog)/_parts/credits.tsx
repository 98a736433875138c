import Link from 'next/link';
import { Fragment } from 'react';
import { authorPath } from '#lib/catalog/address';
import type { Contributor } from '#lib/catalog/books/contributor-queries';
import type { Translate } from '#lib/i18n/translator';

/** Everyone who had a part in a book, in order, each with a link and, if not an author, the role. */
export function Credits({ by, t }: { by: Contributor[]; t: Translate }) {
  return by.map((person, i) => (
    <Fragment key={`${person.id}-${person.role}`}>
      {i > 0 && ', '}
      <Link href={authorPath(person)} prefetch={false}>
        {person.name}
      </Link>
      {person.role !== 'author' && ` ${t(`books.${person.role}`)}`}
    </Fragment>
  ));
}
