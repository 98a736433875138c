type Waiting = { getStore(): string[] | undefined };

const shared = globalThis as typeof globalThis & { libraryMarkup?: Waiting };

/**
 * The markup of the answer that is being made, piece by piece; undefined in the browser, and where an answer is no
 * document. Server Components and the rendering of HTML are bundled apart: this is what both see.
 */
export const markupOfAnswer = (): string[] | undefined => shared.libraryMarkup?.getStore();

export function shareMarkup(waiting: Waiting): void {
  shared.libraryMarkup = waiting;
}
