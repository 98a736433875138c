import type { Copy } from '#lib/api/schemas/copy-schema';
import type { CopyOfBook } from '#lib/catalog/copies/copy-queries';

export const copyBody = ({ publicId, state, dueOn, shelfMark, location }: CopyOfBook): Copy => ({
  id: publicId,
  state,
  due_on: dueOn,
  shelf_mark: shelfMark,
  location,
});
