/** The room and what stands on the spine. */
export type Place = { location: string | null; shelfMark: string | null };

/** What several places have in common. A shelf mark without its room leads nowhere where the rooms differ. */
export function agreedPlace(places: Place[]): Place {
  const location = onlyOne(places.map((place) => place.location));
  const shelfMark = onlyOne(places.map((place) => place.shelfMark));
  if (location === undefined) return { location: null, shelfMark: null };
  return { location, shelfMark: shelfMark ?? null };
}

/** Undefined where they differ, or where there are none. */
function onlyOne<Value>(values: Value[]): Value | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

/** “Children's room · CHI MON”, as far as it is known. */
export const placeText = ({ location, shelfMark }: Place): string =>
  [location, shelfMark].filter(Boolean).join(' · ');
