/** A number from the command line. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`“${text}” is not a whole number above 0.`);
  return Number(text);
}
