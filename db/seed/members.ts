const names = [
  'Amara Okafor',
  'Beatriz Lacerda',
  'Casimir Wren',
  'Dalia Haddad',
  'Eamon Tierney',
  'Fumiko Hara',
  'Gonzalo Rubio',
  'Hanna Lindqvist',
  'Ilya Belov',
  'Júlia Prado',
  'Kofi Danso',
  'Leonor Vidal',
];

/** Invented people: nobody's reading is shown. */
export const demonstrationMembers = names.map((name, index) => ({
  name,
  barcode: `M${String(index + 1).padStart(5, '0')}`,
}));
