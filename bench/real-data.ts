import { missingFiles } from '#lib/import/readers/sources';

/** Says so and fails the benchmark where the real records are not there. */
export function hasRealData(folder: string): boolean {
  const missing = missingFiles(folder);
  if (missing.length === 0) return true;
  console.error(
    `The real records are not all there: I found no ${missing.join(', no ')}. --data names their folder.`,
  );
  process.exitCode = 1;
  return false;
}
