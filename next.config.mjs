/** @type {import('next').NextConfig} */
const config = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // `npm run check` does this, with the TypeScript version of the project.
  typescript: { ignoreBuildErrors: true },
  // Browsers ask for it where a page does not name an icon.
  redirects: async () => [{ source: '/favicon.ico', destination: '/icon.svg', permanent: true }],
  serverExternalPackages: ['better-sqlite3', 'pg', '@electric-sql/pglite', 'pino'],
};

export default config;
