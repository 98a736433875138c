import { boot, startupMessage } from '#lib/boot/boot';

/** `boot` for a server that Next starts by itself, which would go on after an error and answer 500 to everything. */
export async function bootNext(): Promise<void> {
  try {
    await boot((sentence) => process.stdout.write(`${sentence}\n`));
  } catch (error) {
    const message = startupMessage(error);
    process.stderr.write(`${message instanceof Error ? message.stack : message}\n`);
    process.exit(1);
  }
}
