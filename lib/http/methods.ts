import { suggestionsPath } from '#lib/search/suggestions/suggestions-address';

const reading = ['GET', 'HEAD', 'OPTIONS'];

/** What is read and never sent a form: files, and what programs read. All else may be a page with a form. */
const readOnly = [
  /^\/_next\//,
  /^\/covers\//,
  /\/cite\/[^/]*$/,
  /\.[a-z0-9]+$/i,
  /^\/healthz$/,
  /^\/preferences\/download$/,
  new RegExp(`^${suggestionsPath}$`),
];

export function isReadOnly(target: string): boolean {
  const [path = ''] = target.split('?');
  return readOnly.some((address) => address.test(path));
}

/** The methods that an address may be asked with; the API says for itself which are its own. */
export const allowedMethods = (target: string): string[] =>
  isReadOnly(target) ? reading : [...reading, 'POST'];
