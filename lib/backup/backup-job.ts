import { settings } from '#lib/env';
import type { Job } from '#lib/jobs/job';

/** Undefined where BACKUP_TIME is off. What it does is loaded when it is due. */
export function backupJob(): Job | undefined {
  const { BACKUP_TIME, DATA_DIR, TIME_ZONE } = settings();
  if (BACKUP_TIME === 'off') return undefined;
  return {
    name: 'backup',
    schedule: { daily: BACKUP_TIME },
    run: async (context) => {
      const { nightlyBackup } = await import('#lib/backup/nightly-backup');
      return nightlyBackup({ ...context, dataDir: DATA_DIR, zone: TIME_ZONE });
    },
  };
}
