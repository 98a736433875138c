import Link from 'next/link';
import { Fragment } from 'react';
import { authorPath } from '#lib/catalog/address';
import type { Contributor } from '#lib/catalog/books/contributor-queries';
import { type Credit, creditsOfBook } from '#lib/catalog/books/credits';
import type { I18n } from '#lib/i18n/get-i18n';
import { html, type SafeHtml } from '../../_ui/raw-html/html';
import { few } from './few';

type Words = Pick<I18n, 't' | 'list'>;

/** Everyone who had a part in a book, in order, each with a link and, if not only an author, what they did. */
export function Credits({ by, i18n }: { by: Contributor[]; i18n: Words }) {
  return creditsOfBook(by).map((person, i) => (
    <Fragment key={person.id}>
      {i > 0 && ', '}
      <Link href={authorPath(person)} prefetch={false}>
        {person.name}
      </Link>
      {rolesText(person, i18n)}
    </Fragment>
  ));
}

/** The same for rows; of a crowd the first few. */
export function creditsHtml(by: Contributor[], i18n: Words): SafeHtml[] {
  const all = creditsOfBook(by);
  const named = few(all);
  const people = named.map(
    (person, place) =>
      html`${place > 0 ? ', ' : ''}<a href="${authorPath(person)}">${person.name}</a>${rolesText(person, i18n)}`,
  );
  const others = all.length - named.length;
  return others > 0 ? [...people, html` ${i18n.t('books.andOthers', { count: others })}`] : people;
}

/** “ (author and illustrator)”. */
const rolesText = ({ roles }: Credit, { t, list }: Words): string =>
  roles.length === 0 ? '' : ` (${list(roles.map((role) => t(`books.roles.${role}`)))})`;
