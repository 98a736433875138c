/** How long a page waits for a session store, in milliseconds: it is worth more than what is remembered of it. */
export const sessionPatience = { ms: 1000 };
