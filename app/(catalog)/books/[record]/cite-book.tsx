import { Fragment } from 'react';
import { bookPath } from '#lib/catalog/address';
import type { bookDetail } from '#lib/catalog/books/book-queries';
import type { I18n } from '#lib/i18n/get-i18n';
import { apa } from '#lib/publishing/citations/apa';
import { chicago } from '#lib/publishing/citations/chicago';
import { downloadPath, downloads } from '#lib/publishing/citations/download';
import { mla } from '#lib/publishing/citations/mla';
import { plain, type RichText } from '#lib/publishing/citations/rich-text';
import type { PublishedBook } from '#lib/publishing/published-book';
import { loadPublishedBook } from '#lib/publishing/published-book-queries';
import { schemaBook } from '#lib/publishing/structured-data/schema-book';
import { breadcrumbs } from '#lib/publishing/structured-data/structured-data';
import { site } from '../../../_publishing/site';
import { StructuredData } from '../../../_publishing/structured-data';
import { CopyButton } from '../../../_ui/copy-button';

type Book = NonNullable<Awaited<ReturnType<typeof bookDetail>>>;
type Props = { book: Book; i18n: I18n };

const styles = [
  ['apa', 'APA 7', apa],
  ['mla', 'MLA 9', mla],
  ['chicago', 'Chicago 17', chicago],
] as const;

/** A book's page for those who write about it: citations, files for reference managers, data for search engines. */
export async function CiteBook({ book, i18n }: Props) {
  const home = await site();
  const shared = await loadPublishedBook(book, home);
  const { t } = i18n;
  return (
    <>
      <StructuredData things={thingsOf(shared, home, i18n)} />
      <div className="mt-6">
        <CopyButton
          text={shared.address}
          label={t('share.copyAddress')}
          done={t('share.copied')}
          failed={t('share.copyFailed')}
        />
      </div>
      <details className="cite">
        <summary>{t('share.cite')}</summary>
        <dl>
          {styles.map(([key, name, write]) => (
            <Citation key={key} name={name} passage={write(shared)} language={book.language} i18n={i18n} />
          ))}
        </dl>
        <p>{t('share.downloads')}</p>
        <ul>
          {downloads.map((ending) => (
            <li key={ending}>
              <a download href={downloadPath(bookPath(book), ending)}>
                {t(`share.format.${ending}`)}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

type CitationProps = { name: string; passage: RichText; language: string | null; i18n: I18n };

function Citation({ name, passage, language, i18n: { t } }: CitationProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {/* The styles are English, whatever the reader and the book speak. */}
        <p dir="ltr" lang="en">
          <Typeset passage={passage} language={language} />
        </p>
        <CopyButton
          text={plain(passage)}
          label={t('share.copy')}
          name={t('share.copyStyle', { style: name })}
          done={t('share.copied')}
          failed={t('share.copyFailed')}
        />
      </dd>
    </>
  );
}

/** A title has its own language and direction: what stands after it is not to change places with it. */
function Typeset({ passage, language }: Pick<CitationProps, 'passage' | 'language'>) {
  return passage.map(({ text, style }, at) =>
    style === 'italic' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text have no other name than their place.
      <i key={at} lang={language ?? undefined} dir="auto">
        {text}
      </i>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <Fragment key={at}>{isolated(text)}</Fragment>
    ),
  );
}

const fromTheRight = /((?:[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{M}]+[\s'’׳״-]?)+(?<![\s-]))/u;

/** A name that is written from the right does not turn around what stands beside it. */
const isolated = (text: string) =>
  text.split(fromTheRight).map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <bdi key={at}>{part}</bdi>
    ) : (
      part
    ),
  );

function thingsOf(book: PublishedBook, home: string, { t }: I18n) {
  const library = { name: t('library.name'), address: `${home}/` };
  const way = breadcrumbs([
    library,
    { name: t('books.title'), address: `${home}/books` },
    { name: book.title, address: book.address },
  ]);
  return [schemaBook(book, library), way];
}
