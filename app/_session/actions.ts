'use server';

import { refresh } from 'next/cache';

/** Shows the page as it is now. It is no visit, as a router's refresh would be: nobody came back. */
export async function showAgain(): Promise<void> {
  refresh();
}
