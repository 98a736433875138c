import type { ServerResponse } from 'node:http';

/**
 * Next writes the type of what a route answers as a list, which its own compression cannot read: JSON, feeds and covers
 * went out as they are. See https://github.com/vercel/next.js/issues/98007.
 */
export function letRoutesBeCompressed(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = ((name: string, value: Parameters<typeof setHeader>[1]) => {
    const isList = Array.isArray(value) && name.toLowerCase() === 'content-type';
    return setHeader(name, isList ? value.join() : value);
  }) as typeof response.setHeader;
}
