import { registerHooks } from 'node:module';

// For --import. To learn that a file of Drizzle is an ES module, Node hands over Drizzle's package.json, 180 kB, for
// each of 250 files: more than half of the time that a process takes to load #db/client.

registerHooks({
  resolve(specifier, context, nextResolve) {
    const { parentURL } = context;
    if (!specifier.startsWith('.') || !parentURL?.includes('/node_modules/drizzle-orm/'))
      return nextResolve(specifier, context);
    return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
  },
});
