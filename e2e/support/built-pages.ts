import { buildStalePages } from '../../scripts/steps/pages.mjs';

let building: Promise<void> | undefined;

/** Builds the pages if they are stale: once a run, whoever starts it, and an editor that runs a single file too. */
export async function builtPages(): Promise<void> {
  if (process.env.E2E_PAGES === 'built') return;
  building ??= build();
  await building;
  process.env.E2E_PAGES = 'built';
}

async function build(): Promise<void> {
  try {
    await buildStalePages(process.execPath);
  } catch (error) {
    // What a failed build printed is in its report.
    throw error instanceof Error && 'report' in error ? new Error(String(error.report)) : error;
  }
}
