import { oneOf } from '#lib/one-of';

/** How many records a page of a list may have. */
export const pageSizes = [10, 20, 50, 100] as const;

export const isPageSize = oneOf(pageSizes);

/** Two screens of a desk, five of a phone. */
export const defaultPageSize = 20;
