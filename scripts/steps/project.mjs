import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the project lies, wherever the command was typed. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** @param {string[]} parts */
export const inProject = (...parts) => join(root, ...parts);
