/** Why the library does not start: one sentence that says what is wrong and what to do. */
export class StartRefusal extends Error {
  override name = 'StartRefusal';
}
