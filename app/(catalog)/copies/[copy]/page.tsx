import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { bookPath, copyId } from '#lib/catalog/address';
import { copyDetail } from '#lib/catalog/copies/copy-queries';
import { getI18n } from '#lib/i18n/get-i18n';
import { libraryToday } from '../../../_clock/library-day';
import { AvailabilityLine } from '../../_parts/availability';
import { Cover } from '../../_parts/cover';
import { Credits } from '../../_parts/credits';
import { CopyFacts } from './copy-facts';

type Props = { params: Promise<{ copy: string }> };

const found = cache(async (segment: string) => {
  const publicId = copyId(segment);
  return publicId ? copyDetail(publicId) : undefined;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const copy = await found((await params).copy);
  if (!copy) return {};
  const { t } = await getI18n();
  const title = t('recordPages.copyTitle', { title: copy.book.title, barcode: copy.barcode });
  return { title, robots: { index: false } };
}

export default async function CopyPage({ params }: Props) {
  const copy = await found((await params).copy);
  if (!copy) notFound();
  const i18n = await getI18n();
  const { book } = copy;
  const today = libraryToday();
  return (
    <article className="mt-8 grid grid-cols-1 gap-x-12 gap-y-8 md:grid-cols-[11rem_minmax(0,1fr)]">
      <div className="record-cover">
        <Cover book={book} width={176} />
      </div>
      <div>
        <h1>{i18n.t('recordPages.copyOf', { title: book.title })}</h1>
        <p className="mt-2 mb-6 text-lg">
          <Credits by={book.by} i18n={i18n} />
        </p>
        <CopyFacts copy={copy} today={today} i18n={i18n} />
        <h2 className="mt-8 mb-2">{i18n.t('recordPages.title')}</h2>
        <p className="font-book text-lg" lang={book.language ?? undefined} dir="auto">
          <Link href={bookPath(book)} prefetch={false}>
            {book.title}
          </Link>
        </p>
        <AvailabilityLine availability={book.availability} today={today} i18n={i18n} />
      </div>
    </article>
  );
}
