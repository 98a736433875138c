import { coverPath } from '#lib/covers/cover-address';

/**
 * The cover that a page is about: nothing larger comes before it. The title stands beside it, so the picture itself says
 * nothing to a screen reader.
 */
export function Cover({ book, width = 240 }: { book: { id: number; cover: string }; width?: number }) {
  return (
    // biome-ignore lint/performance/noImgElement: an SVG of a kilobyte has nothing to optimise.
    <img
      className="cover"
      src={coverPath(book)}
      alt=""
      fetchPriority="high"
      width={width}
      height={width * 1.5}
    />
  );
}
