/** Why a backup is not made, or not restored: one sentence. */
export class BackupError extends Error {
  override name = 'BackupError';
}
