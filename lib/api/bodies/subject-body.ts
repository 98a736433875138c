import { genrePath } from '#lib/catalog/address';
import type { GenreInList } from '#lib/catalog/subjects/genre-queries';
import { languageName } from '#lib/i18n/format';

export const genreBody = ({ id, name, books }: GenreInList) => ({
  id,
  name,
  books,
  page: genrePath({ id, name }),
});

export const languageBody = ({ code, books }: { code: string; books: number }) => ({
  code,
  name: languageName('en', code),
  books,
});
