import Link from 'next/link';
import { Fragment } from 'react';
import { genrePath } from '#lib/catalog/address';

export function GenreLinks({ genres }: { genres: { id: number; name: string }[] }) {
  return genres.map((genre, i) => (
    <Fragment key={genre.id}>
      {i > 0 && ', '}
      <Link href={genrePath(genre)} prefetch={false}>
        {genre.name}
      </Link>
    </Fragment>
  ));
}
