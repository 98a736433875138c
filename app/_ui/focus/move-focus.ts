/** Puts the focus where a reader goes on; what is read begins there. The page scrolls by rules of its own. */
export function moveTo(place: HTMLElement | null | undefined): void {
  // A heading takes no focus by itself.
  if (place && place.tabIndex < 0) place.tabIndex = -1;
  place?.focus({ preventScroll: true });
}
