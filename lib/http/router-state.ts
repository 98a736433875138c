import { z } from 'zod';
import type { HeaderReader } from '#lib/session/cookie';

const segment = z.union([
  z.string(),
  z.tuple([
    z.string(),
    z.string(),
    z.string().regex(/^(?:oc|[cd](?:i\((?:\.{1,3}|\.\.\)\(\.\.)\))?)$/),
    z.array(z.string()).nullable(),
  ]),
]);

const routerState = z.tuple([
  segment,
  z.record(
    z.string(),
    z.lazy((): z.ZodType => routerState),
  ),
  z.tuple([z.string(), z.string()]).nullable().optional(),
  z.enum(['refetch', 'inside-shared-layout', 'metadata-only']).nullable().optional(),
  z.number().nullable().optional(),
  z.string().optional(),
]);

const name = 'next-router-state-tree';

/**
 * What a browser's router says that it shows already is taken away where it is none of that: Next would fail over it,
 * and sends the whole page without.
 */
export function routerHeaders({ headers }: { headers: HeaderReader }): Record<string, undefined> {
  const state = headers.get(name);
  return state === null || isRouterState(state) ? {} : { [name]: undefined };
}

function isRouterState(header: string): boolean {
  try {
    return routerState.safeParse(JSON.parse(decodeURIComponent(header))).success;
  } catch {
    return false;
  }
}
