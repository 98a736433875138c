const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text between tags or in an attribute; what XML 1.0 cannot hold is left out. */
export const escapeXml = (text: string): string =>
  text.replace(illegal, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

type Attributes = Record<string, string | number | undefined>;

export function element(name: string, attributes: Attributes = {}, text = ''): string {
  const start = `<${name}${written(attributes)}`;
  return text ? `${start}>${escapeXml(text)}</${name}>` : `${start}/>`;
}

export const around = (name: string, attributes: Attributes, inside: string[]): string =>
  `<${name}${written(attributes)}>\n${inside.filter(Boolean).join('\n')}\n</${name}>`;

export const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

const written = (attributes: Attributes) =>
  Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeXml(String(value))}"`]))
    .join('');
