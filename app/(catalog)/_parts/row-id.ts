/** Where a book stands on a page: without scripts a pressed button leads back to it. */
export const rowId = ({ id }: { id: number }) => `book-${id}`;
