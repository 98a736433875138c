import {
  isNotice,
  type LibrarySession,
  maxListLength,
  type SessionKey,
  sessionShape,
} from '#lib/visitor/session-shape';

/** Everything that a session holds, as a page can keep it for who wants it back. */
export const rememberedText = (session: LibrarySession): string =>
  JSON.stringify(Object.fromEntries(session));

/** Puts back what `rememberedText` made, key by key. It comes from a browser, and may be anything. */
export function restore(session: LibrarySession, text: string): void {
  const sent = jsonOf(text);
  for (const key of Object.keys(sessionShape.shape) as SessionKey[]) {
    const parsed = sessionShape.shape[key].safeParse(sent[key]);
    if (parsed.success) session.update({ [key]: sane(parsed.data) });
  }
}

/** What fits its shape but not a cookie together with all else: only notices of ours, and no more books than a list holds. */
const sane = (value: unknown) =>
  Array.isArray(value)
    ? [...new Set(value)].filter((each) => typeof each === 'number' || isNotice(each)).slice(0, maxListLength)
    : value;

function jsonOf(text: string): Record<string, unknown> {
  try {
    const sent: unknown = JSON.parse(text);
    return typeof sent === 'object' && sent !== null ? { ...sent } : {};
  } catch {
    return {};
  }
}
