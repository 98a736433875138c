import { addressWords } from '#db/text/words';

type Titled = { id: number; title: string };
type Named = { id: number; name: string };

/** `Cien años de soledad` → `cien-anos-de-soledad`; empty for a title without a letter or digit. */
export function slug(text: string): string {
  let path = '';
  for (const word of addressWords(text)) {
    if (path && path.length + word.length > 60) break;
    path += path ? `-${word}` : word.slice(0, 60);
  }
  return path;
}

/** The id decides, the words are for people: `42-cien-anos-de-soledad`. */
const segment = (id: number, text: string) => encodeURI([id, slug(text)].filter(Boolean).join('-'));

export const bookPath = ({ id, title }: Titled) => `/books/${segment(id, title)}`;
export const authorPath = ({ id, name }: Named) => `/authors/${segment(id, name)}`;
export const genrePath = ({ id, name }: Named) => `/genres/${segment(id, name)}`;
export const languagePath = (code: string) => `/languages/${code}`;
export const copyPath = ({ publicId }: { publicId: string }) => `/copies/${publicId}`;

/** The id at the start of an address; undefined for anything that never was one. */
export function recordId(segment: string): number | undefined {
  const digits = /^([1-9]\d{0,9})(?:-|$)/.exec(segment)?.[1];
  const id = Number(digits);
  return digits && id <= 2_147_483_647 ? id : undefined;
}

/** The code of a language at the end of an address, however it is written; undefined for what cannot be one. */
export function languageCode(segment: string): string | undefined {
  const code = segment.toLowerCase();
  return /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/.test(code) ? code : undefined;
}

/** The public id of a copy at the end of an address; undefined for what cannot be one. */
export const copyId = (segment: string) => (/^[\w-]{1,64}$/.test(segment) ? segment : undefined);

/** Whether a page was asked for by `path` itself, however the browser escaped it. */
export const isAddressOf = (path: string, params: string) => readable(path) === readable(params);

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
