import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const notHere = '/-';

/**
 * Next takes every font for one of `next/font` and, finding none to load early, makes and catches an error in every page.
 * That browsers connect for fonts early is said in lib/http/handle-request.ts.
 */
const forgetFonts = ({ distDir }) =>
  writeFile(
    join(distDir, 'server/next-font-manifest.json'),
    JSON.stringify({ app: {}, appUsingSizeAdjust: false, pages: {}, pagesUsingSizeAdjust: false }),
  );

/** @type {import('next').NextConfig} */
const config = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Its sizes of pictures, which no page of ours asks for, would let anybody fill the disk.
  images: { unoptimized: true },
  // Every browser gets the title and the description with the page, not after it: without them a page has no name
  // for a moment, also where only a part of it changes.
  htmlLimitedBots: /.*/,
  // `npm run check` does this, with the TypeScript version of the project.
  typescript: { ignoreBuildErrors: true },
  // Browsers ask for it where a page does not name an icon.
  redirects: async () => [{ source: '/favicon.ico', destination: '/icon.svg', permanent: true }],
  // What looks like the address of a record and is written like none, unless it is a page of its own: there Next shows
  // the page for what is not here, where a record's page would send an empty document. The same as in lib/http/routes.ts.
  rewrites: async () => ({
    afterFiles: [
      { source: '/:kind(books|authors|genres)/:record((?!\\d+(?:-|$))[^/]*)', destination: notHere },
      { source: '/languages/:code((?![a-zA-Z]{2,3}(?:-|$))[^/]*)', destination: notHere },
      { source: '/copies/:copy((?![\\w-]{16,64}$)[^/]*)', destination: notHere },
      { source: '/list/:books((?!\\d+(?:-\\d+)*$)[^/]*)', destination: notHere },
    ],
  }),
  compiler: { runAfterProductionCompile: forgetFonts },
  // A build takes a quarter less memory, and its server files are a third as large. Nothing read the maps.
  experimental: { turbopackFileSystemCacheForBuild: false, turbopackSourceMaps: false, cpus: 1 },
  serverExternalPackages: ['better-sqlite3', 'pg', '@electric-sql/pglite', 'pino', 'sharp', 'fontkit'],
};

export default config;
