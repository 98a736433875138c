import { boot, startupMessage } from '#lib/boot/boot';

/** `boot` for a server that Next starts by itself, which would go on after an error and answer 500 to everything. */
export async function bootNext(): Promise<void> {
  try {
    await boot((sentence) => process.stdout.write(`${sentence}\n`));
  } catch (error) {
    process.stderr.write(`${startupMessage(error)}\n`);
    process.exit(1);
  }
}
