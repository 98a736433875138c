/** Names and codes of what failed, where, and why: `CODE Name: message`, its frames, what caused it. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error))
    return typeof error === 'string' ? withoutValues(error) : `threw ${typeof error}`;
  const cause = error.cause instanceof Error ? [`caused by ${describeError(error.cause)}`] : [];
  return [headOf(error), ...framesOf(error), ...cause].join('\n');
}

/** The same in one line, without frames: for what is expected to happen. */
export function summarizeError(error: unknown): string {
  if (!(error instanceof Error)) return describeError(error).replaceAll(/\s+/g, ' ');
  const cause = error.cause instanceof Error ? `, caused by ${summarizeError(error.cause)}` : '';
  return `${headOf(error)}${cause}`.replaceAll(/\s+/g, ' ');
}

function headOf(error: Error): string {
  const code = 'code' in error && /^[\w-]{1,64}$/.test(String(error.code)) ? `${error.code} ` : '';
  return `${code}${error.name}: ${withoutValues(error.message)}`;
}

/** Only what stands after the message, which may have lines that look like frames. */
function framesOf({ message, stack = '' }: Error): string[] {
  const at = stack.indexOf(message);
  const rest = at < 0 ? stack : stack.slice(at + message.length);
  return rest.split('\n').filter((line) => /^\s+at /.test(line));
}

const failedQuery = /^((?:\w+: )?Failed query: )(.*)$/s;

/**
 * A message without what it quotes, which may be what somebody typed, or a member's. Drizzle's has a query, whose names
 * stay, and then its parameters.
 */
function withoutValues(message: string): string {
  const [, before, query] = failedQuery.exec(message) ?? [];
  if (before === undefined || query === undefined) return message.replaceAll(quoted, '“…”');
  const [statement = ''] = query.split(/\nparams:/);
  return before + statement.replaceAll(/'(?:[^']|'')*'/g, "'…'");
}

const quoted = /"[^"]*(?:"|$)|“[^”]*(?:”|$)|(?<!\w)'[^']*(?:'|$)|=\([^)]*(?:\)|$)/g;
