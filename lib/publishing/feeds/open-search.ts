import type { Locale } from '#lib/i18n/locales';
import { around, declaration, element } from '#lib/publishing/feeds/xml';

type Library = { site: string; name: string; description: string; locale: Locale };

export function openSearchDescription({ site, name, description, locale }: Library): string {
  const url = (type: string, template: string, rel?: string) =>
    element('Url', { type, rel, template: site + template });
  return `${declaration}${around('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
    // The specification allows so many letters, and no markup.
    element('ShortName', {}, [...name].slice(0, 16).join('')),
    element('LongName', {}, [...name].slice(0, 48).join('')),
    element('Description', {}, [...description].slice(0, 1024).join('')),
    element('Image', { width: 16, height: 16, type: 'image/svg+xml' }, `${site}/icon.svg`),
    url('text/html', '/books?q={searchTerms}'),
    url('application/x-suggestions+json', '/books/suggestions?q={searchTerms}', 'suggestions'),
    url('application/atom+xml', '/books/feed.atom?q={searchTerms}'),
    url('application/opensearchdescription+xml', '/opensearch.xml', 'self'),
    element('Query', { role: 'example', searchTerms: 'soledad' }),
    element('Language', {}, locale),
    element('InputEncoding', {}, 'UTF-8'),
    element('OutputEncoding', {}, 'UTF-8'),
  ])}\n`;
}
