/** Excel takes an ISBN-10 for a number: its leading zeros are lost. Null unless the check digit is right. */
export function isbnWithLostZeros(cell: string): string | null {
  const isbn = cell.trim().toUpperCase();
  if (!/^\d{5,9}[\dX]$/.test(isbn)) return null;
  const ten = isbn.padStart(10, '0');
  return weighedSum(ten, (place) => 10 - place) % 11 === 0 ? thirteen(ten) : null;
}

/** The ISBN-13 that an ISBN-10 became. */
function thirteen(ten: string): string {
  return withCheckDigit(`978${ten.slice(0, 9)}`);
}

/** Twelve digits and the one that checks them. */
export function withCheckDigit(twelve: string): string {
  const sum = weighedSum(twelve, (place) => (place % 2 === 0 ? 1 : 3));
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}

function weighedSum(digits: string, weight: (place: number) => number): number {
  return [...digits].reduce(
    (sum, digit, place) => sum + (digit === 'X' ? 10 : Number(digit)) * weight(place),
    0,
  );
}
