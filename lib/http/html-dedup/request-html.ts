type CurrentStore = { getStore(): string[] | undefined };

const shared = globalThis as typeof globalThis & { libraryHtml?: CurrentStore; libraryHtmlSeen?: boolean };

/**
 * The pieces of HTML of the document that is being made; undefined in the browser, and where an answer is no document.
 * Server Components and the rendering of HTML are bundled apart: this is what both see.
 */
export const requestHtmlStore = (): string[] | undefined => shared.libraryHtml?.getStore();

export function shareHtmlStore(current: CurrentStore): void {
  shared.libraryHtml = current;
}

/**
 * Whether the rendering of HTML has been seen to find the store that Server Components fill. Next promises nothing
 * about it: until it has, and after it once has not, a description holds its HTML itself.
 */
export const htmlStepSeesStore = (): boolean => shared.libraryHtmlSeen === true;

export function noteHtmlStep(sees: boolean): void {
  shared.libraryHtmlSeen = sees;
}
