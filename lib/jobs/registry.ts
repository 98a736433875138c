import { forgetSendersJob } from '#lib/acquisitions/purchase-suggestion-jobs';
import { clearSessionsJob } from '#lib/jobs/clear-sessions-job';
import type { Job } from '#lib/jobs/job';

/** Every job of the library, in the order in which those are run that are due together. */
export const jobs = (): Job[] => [clearSessionsJob, forgetSendersJob];
