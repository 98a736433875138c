import { type Filters, noFilters } from './search-subject.ts';

/** What is searched, and what it is narrowed to. */
export type Search = { kind: string; q: string; filters: Filters };

const kinds: Record<string, string[]> = {
  'a rare word': ['zarathustra', 'kalevala', 'snark', 'bhagavad', 'opium', 'frankenstein'],
  'two words': [
    'treasure island',
    'jungle book',
    'bleak house',
    'white fang',
    'invisible man',
    'arabian nights',
  ],
  'an author': ['dickens', 'jane austen', 'shakespeare', 'tolstoy', 'jules verne', 'mark twain'],
  'author and title': ['austen emma', 'stevenson treasure', 'wells time machine', 'carroll alice'],
  'a common word': ['history', 'life', 'story', 'love', 'war', 'england'],
  'several common words': [
    'history of england',
    'the story of the',
    'a tale of the war',
    'life and letters of',
  ],
  'a very common word': ['the', 'of', 'and', 'a', 'the of and'],
  'a slip': ['shakespaere', 'tresure island', 'frankenstien', 'dikens', 'wuthring heights'],
  'other letters': ['羅生門', 'Οδύσσεια', 'misérables', 'записки'],
  'no result': ['xylozzz', 'qwertyuiop asdfgh'],
};

const filtered = (
  [
    { q: 'history', filters: { ...noFilters(), language: ['fr'] } },
    { q: 'the', filters: { ...noFilters(), language: ['en'] } },
    { q: 'story', filters: { ...noFilters(), decade: [1890] } },
    { q: 'life', filters: { ...noFilters(), format: ['ebook', 'audiobook'] } },
    { q: 'love', filters: { ...noFilters(), language: ['en'], format: ['book'], decade: [1900] } },
  ] satisfies Omit<Search, 'kind'>[]
).map((search) => ({ kind: 'with filters', ...search }));

/** The fixed mix, from a rare word down to a single “the”. */
export const searches: Search[] = [
  ...Object.entries(kinds).flatMap(([kind, queries]) =>
    queries.map((q) => ({ kind, q, filters: noFilters() })),
  ),
  ...filtered,
];

const typed = [
  'pride and prej',
  'dostoyevsky',
  'the war of',
  'alice in wond',
  'shakes',
  'a history of',
  '羅生',
];

/** Everything a person has typed on the way, letter by letter, from the second on. */
export const beginnings: string[] = [
  ...new Set(
    typed.flatMap((text) =>
      Array.from({ length: [...text].length - 1 }, (_, end) => [...text].slice(0, end + 2).join('')),
    ),
  ),
].filter((text) => text === text.trim());
