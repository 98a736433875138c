/** Why the library does not start: one sentence that says what is wrong and what to do. */
export class StartupError extends Error {
  override name = 'StartupError';
}
