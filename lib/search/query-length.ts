/** Of what is typed, in letters: longer than any title that a person types. */
export const maxQueryLength = 500;
