// Loaded into npm by npm.mjs, which says why.
Object.defineProperty(process, 'version', { value: process.env.LIBRARY_NODE });
