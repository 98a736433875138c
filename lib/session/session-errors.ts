/** Thrown by `require` and by `pop` without a fallback; `key` names what is missing. */
export class SessionKeyError extends Error {
  override name = 'SessionKeyError';
  readonly key: string;
  constructor(key: string) {
    super(`The session holds no “${key}”.`);
    this.key = key;
  }
}

/** Thrown on a write in a Server Component. */
export class SessionReadOnlyError extends Error {
  override name = 'SessionReadOnlyError';
  constructor() {
    super(
      'A session is read-only here, because a Server Component cannot set a cookie. Write in a Server Action or a ' +
        'route handler, inside withSession(async (session) => …), or in proxy.ts.',
    );
  }
}
