/** Drizzle wraps the driver's error: the code may be one or two causes down. */
function codeOf(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return undefined;
}

export const isUniqueViolation = (error: unknown) =>
  ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'].includes(codeOf(error) ?? '');

export const isForeignKeyViolation = (error: unknown) =>
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'SQLITE_CONSTRAINT_TRIGGER', '23503', '23001'].includes(
    codeOf(error) ?? '',
  );

/** SQLite or PostgreSQL said no, or could not be reached: the fault is not in what was asked. */
export const isDatabaseFailure = (error: unknown) =>
  /^(?:SQLITE_\w+|[\dA-Z]{5}|E[A-Z]+)$/.test(codeOf(error) ?? '');

/** Another process holds SQLite's write lock. */
export const isBusy = (error: unknown) => codeOf(error)?.startsWith('SQLITE_BUSY') ?? false;

/** No room on the disk: SQLite's word for it, PostgreSQL's and the system's. */
export const isDiskFull = (error: unknown) =>
  ['SQLITE_FULL', '53100', 'ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '');

/** PostgreSQL asks for the transaction to be run again: serialization failure, deadlock. */
export const isRetryable = (error: unknown) => ['40001', '40P01'].includes(codeOf(error) ?? '');

/** PostgreSQL ended the statement because its time was up. */
export const isOutOfTime = (error: unknown) => codeOf(error) === '57014';

/** Drizzle's message repeats the whole query; the driver's, one cause down, says what is wrong. */
export function reasonOf(error: unknown): string {
  let deepest = error;
  while (deepest instanceof Error && deepest.cause instanceof Error) deepest = deepest.cause;
  if (deepest instanceof AggregateError) deepest = deepest.errors[0];
  return deepest instanceof Error ? deepest.message.replace(/\.$/, '') : String(deepest);
}
