import { SaxesParser } from 'saxes';

/** Throws unless a text is well-formed XML 1.0 with namespaces. */
export function assertWellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

/** The texts of all elements of a name. */
export function textsOf(xml: string, name: string): string[] {
  const texts: string[] = [];
  let text: string | undefined;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (tag.name === name) text = '';
  });
  parser.on('text', (more) => {
    if (text !== undefined) text += more;
  });
  parser.on('closetag', (tag) => {
    if (tag.name === name && text !== undefined) texts.push(text);
    if (tag.name === name) text = undefined;
  });
  parser.write(xml).close();
  return texts;
}

/** The attributes of all elements of a name. */
export function attributesOf(xml: string, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (tag.name === name) found.push({ ...tag.attributes });
  });
  parser.write(xml).close();
  return found;
}
