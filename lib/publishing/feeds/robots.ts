/** What crawlers are asked: every record once; no page that belongs to one reader, no search, no file of a record. */
export const robots = (site: string): string =>
  [
    'User-agent: *',
    'Allow: /',
    'Disallow: /preferences',
    'Disallow: /list',
    'Disallow: /purchase-suggestions/',
    'Disallow: /api/',
    'Disallow: /books?',
    'Allow: /books?page=',
    'Disallow: /books/suggestions',
    'Disallow: /books/feed.atom',
    'Disallow: /books/*/cite/',
    '',
    `Sitemap: ${site}/sitemap.xml`,
    '',
  ].join('\n');
