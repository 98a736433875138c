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
  // A build takes a quarter less memory, and its server files are a third as large. Nothing read the maps.
  experimental: { turbopackFileSystemCacheForBuild: false, turbopackSourceMaps: false, cpus: 1 },
  serverExternalPackages: ['better-sqlite3', 'pg', '@electric-sql/pglite', 'pino', 'sharp', 'fontkit'],
};

export default config;
