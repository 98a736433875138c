import Link from 'next/link';
import { Fragment } from 'react';
import { genrePath } from '#lib/catalog/address';
import { subjectName } from '#lib/i18n/known-names';
import type { Translate } from '#lib/i18n/translator';

type Props = { genres: { id: number; name: string }[]; t: Translate };

export function GenreLinks({ genres, t }: Props) {
  return genres.map((genre, i) => (
    <Fragment key={genre.id}>
      {i > 0 && ', '}
      <Link href={genrePath(genre)} prefetch={false}>
        {subjectName(t, genre.name)}
      </Link>
    </Fragment>
  ));
}
