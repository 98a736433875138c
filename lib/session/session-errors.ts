/** Thrown by `require` and by `pop` without a fallback; `key` names what is missing. */
export class SessionKeyError extends Error {
  override name = 'SessionKeyError';
  readonly key: string;
  constructor(key: string) {
    super(`The session holds no “${key}”.`);
    this.key = key;
  }
}

/** Thrown on a write under a key that the session's shape does not have: types were stepped around. */
export class UnknownSessionKeyError extends TypeError {
  override name = 'UnknownSessionKeyError';
  readonly key: string;
  constructor(key: string, known: readonly string[]) {
    super(`A session has no key “${key}”: its shape has ${known.join(', ')}.`);
    this.key = key;
  }
}

/** A value that cannot be kept, or would come back as another; `keys` names what was refused. */
export class SessionValueError extends TypeError {
  override name = 'SessionValueError';
  readonly keys: readonly string[];
  constructor(refused: Readonly<Record<string, string>>) {
    const reasons = Object.entries(refused).map(([key, reason]) => `“${key}” (${reason})`);
    super(`The session does not keep ${reasons.join(', ')}.`);
    this.keys = Object.keys(refused);
  }
}

/** Thrown on a write in a Server Component, also on one inside a value. */
export class SessionReadOnlyError extends TypeError {
  override name = 'SessionReadOnlyError';
  constructor() {
    super(
      'A session is read-only here, because a Server Component cannot set a cookie. Write in a Server Action or a ' +
        'route handler, inside withSession(async (session) => …), or in proxy.ts.',
    );
  }
}

/** What a request wrote could not be kept: the store did not answer. Whoever asked for it should be told. */
export class SessionNotStoredError extends Error {
  override name = 'SessionNotStoredError';
  constructor(options?: ErrorOptions) {
    super('The session could not be stored.', options);
  }
}
