import { coverPath } from '#lib/covers/cover-address';

/** The title stands beside every cover, so the picture itself says nothing to a screen reader. */
export function Cover({ book, width = 240 }: { book: { id: number; cover: string }; width?: number }) {
  return (
    // biome-ignore lint/performance/noImgElement: an SVG of a kilobyte has nothing to optimise.
    <img className="cover" src={coverPath(book)} alt="" loading="lazy" width={width} height={width * 1.5} />
  );
}
