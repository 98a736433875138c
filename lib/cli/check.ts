import { checkLibrary } from '#lib/check/check-library';
import type { CommandResult } from '#lib/cli/jobs';

/** `check`: a sentence for each thing that is wrong with the database, and code 1; or one that says that nothing is. */
export async function checkCommand(): Promise<CommandResult> {
  const wrong = await checkLibrary();
  if (wrong.length > 0) return { message: wrong.join('\n'), code: 1 };
  return { message: 'Nothing is wrong with the database.', code: 0 };
}
