import { type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { dialect } from '#db/columns';
import { foreignKeys } from '#db/foreign-keys';

/** What the database keeps by itself beside the records, as rows that are not as they should be. */
type Rule = { wrong: string; rows: SQL };

const countOf = {
  books: sql`select count(*) from books`,
  copies: sql`select count(*) from copies`,
  copies_available: sql`select count(*) from copy_status where state = 'on_shelf'`,
  authors: sql`select count(*) from authors`,
  genres: sql`select count(*) from genres`,
};

const rules = (): Rule[] => [
  ...Object.entries(countOf).map(([name, count]) => ({
    wrong: `count of ${name.replace('_', ' ')} on the home page`,
    rows: sql`select 1 where coalesce((select ${sql.identifier(name)} from record_counts), -1) <> (${count})`,
  })),
  {
    wrong: 'number of books of an author',
    rows: sql`select id from authors where book_count <>
      (select count(distinct book_id) from contributors where author_id = authors.id)`,
  },
  {
    wrong: 'number of books of a genre',
    rows: sql`select id from genres where book_count <>
      (select count(*) from book_genres where genre_id = genres.id)`,
  },
  {
    wrong: 'number of books of a language',
    rows: sql`select code from languages where book_count <>
      (select count(*) from books where language = languages.code)`,
  },
  {
    wrong: 'author that a book is sorted by',
    rows: sql`select id from books where author_key <> coalesce((select authors.sort_key from contributors
      join authors on authors.id = contributors.author_id where contributors.book_id = books.id
      order by contributors.position limit 1), ${'\u{10ffff}'})`,
  },
  { wrong: 'pause of the index of words that nobody ended', rows: sql`select id from search_pause` },
  {
    wrong: 'book that no search finds',
    rows: sql`select id from books where id not in (select book_id from search_entries)`,
  },
  {
    wrong: 'search result without a book',
    rows: sql`select book_id from search_entries where book_id not in (select id from books)`,
  },
  {
    wrong: 'book that a search finds by a title or a name that it no longer has',
    rows: sql`select book_id from search_source join search_entries using (book_id)
      where search_source.title_key <> search_entries.title_key or search_source.names <> search_entries.names`,
  },
  {
    wrong: 'book whose copies a search takes for available, or not, against the shelf',
    rows: sql`select book_id from search_available join search_entries using (book_id)
      where (search_available.available <> search_entries.available)`,
  },
  { wrong: 'title that cannot be typed whole', rows: missingTitles },
  { wrong: 'word that no slip is corrected to', rows: missingWords },
  ...(dialect === 'sqlite'
    ? [
        {
          wrong: 'book that is missing in the index of words',
          rows: sql`select id from books where id not in (select id from search_index_docsize)`,
        },
        {
          wrong: 'author who is missing in the index of words',
          rows: sql`select id from authors where id not in (select id from search_authors_docsize)`,
        },
      ]
    : []),
];

const sqlite = dialect === 'sqlite';

const missingTitles = sqlite
  ? sql`select distinct books.id from books, json_each(books.title_keys) as forms
      where (forms.value, books.id) not in (select key, book_id from search_titles)`
  : sql`select distinct books.id from books, jsonb_array_elements_text(title_keys) as forms (key)
      where not exists (select 1 from search_titles where search_titles.key = forms.key and book_id = books.id)`;

const missingWords = sqlite
  ? sql`select distinct value from search_texts, json_each('["' || replace(words, ' ', '","') || '"]')
      where length(value) > 2 and value not glob '*[0-9]*' and value not in (select word from search_words)`
  : sql`select distinct word from search_texts, unnest(string_to_array(words, ' ')) as word
      where length(word) > 2 and word !~ '[0-9]' and word not in (select word from search_words)`;

/** In whatever order they stand: no search asks for it. */
const inOrder = (facets: string) => facets.trim().split(' ').sort().join(' ');

async function wrongFacets(): Promise<number> {
  const rows = await db
    .select({ source: sql<string>`search_source.facets`, kept: sql<string>`search_entries.facets` })
    .from(sql`search_source join search_entries using (book_id)`)
    .where(sql`search_source.facets <> search_entries.facets`);
  return rows.filter(({ source, kept }) => inOrder(source) !== inOrder(kept)).length;
}

/** A sentence for every rule that is broken, with how often. */
export async function brokenCounts(): Promise<string[]> {
  const sentences = [];
  for (const { wrong, rows } of rules()) {
    const n = await count(sql`(select count(*) as n from (${rows}) as wrong) as counted`);
    if (n > 0) sentences.push(`Wrong: ${wrong} (${n}).`);
  }
  const facets = await wrongFacets();
  if (facets > 0) sentences.push(`Wrong: what a search of a book can be narrowed by (${facets}).`);
  for (const { from, to, orphans } of foreignKeys()) {
    const n = await count(orphans);
    if (n > 0) sentences.push(`Rows of ${from} that belong to nothing in ${to}: ${n}.`);
  }
  return sentences;
}

async function count(counted: SQL): Promise<number> {
  const [row] = await db.select({ n: sql<number>`n` }).from(counted);
  return Number(row?.n);
}
