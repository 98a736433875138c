import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Boots by the sources, as `server.ts` does: what Next bundles would look for migrations and records beside its
 * bundles.
 */
export async function bootFromSources(): Promise<void> {
  const source = pathToFileURL(join(/* turbopackIgnore: true */ process.cwd(), 'lib/boot/boot-next.ts')).href;
  const { bootNext }: typeof import('#lib/boot/boot-next') = await import(/* turbopackIgnore: true */ source);
  await bootNext();
}
