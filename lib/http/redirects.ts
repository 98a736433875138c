import { isAddressOf } from '#lib/catalog/address';
import { addressOf } from '#lib/catalog/address-queries';
import { tutorialList, tutorialRecord } from '#lib/catalog/tutorial-address';

/**
 * Where a page has moved for good: a record with another slug, an author merged into another, an address of the
 * tutorial. Answered before Next is asked, in one step and with the query; undefined where nothing has moved.
 */
export async function permanentRedirect(url: string): Promise<string | undefined> {
  const [path = ''] = url.split('?');
  const address = tutorialList(path) ?? (await recordAt(tutorialRecord(path) ?? path));
  return address === undefined || isAddressOf(address, path) ? undefined : address + url.slice(path.length);
}

async function recordAt(path: string): Promise<string | undefined> {
  const [, kind = '', segment = ''] = /^\/([a-z]+)\/([^/]+)\/?$/.exec(path) ?? [];
  const read = readable(segment);
  return read === undefined ? undefined : addressOf(kind, read);
}

function readable(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
