import { forgetSendersJob } from '#lib/acquisitions/purchase-suggestion-jobs';
import { backupJob } from '#lib/backup/backup-job';
import { clearSessionsJob } from '#lib/jobs/clear-sessions-job';
import type { Job } from '#lib/jobs/job';

/** Every job of the library, in the order in which those are run that are due together. */
export function jobs(): Job[] {
  const backup = backupJob();
  return [clearSessionsJob, forgetSendersJob, ...(backup ? [backup] : [])];
}
