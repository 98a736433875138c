ALTER TABLE "books" ADD COLUMN "about_words" text DEFAULT '' NOT NULL;
--> statement-breakpoint
-- Descriptions are searched too, and names are kept form by form.
ALTER TABLE search_entries ADD COLUMN about text NOT NULL DEFAULT '';
--> statement-breakpoint
DROP INDEX search_entries_words;
--> statement-breakpoint
CREATE INDEX search_entries_words ON search_entries USING gin (
  search_vector(title), search_vector(title || ' ' || names || ' ' || other), search_vector(about), search_vector(facets)
) WITH (fastupdate = off);
--> statement-breakpoint
DROP TRIGGER search_books_update ON books;
--> statement-breakpoint
DROP VIEW search_source;
--> statement-breakpoint
-- Decades BCE: d_n43 is 430 to 421 BCE.
CREATE VIEW search_source AS SELECT
  books.id AS book_id,
  books.title_key,
  coalesce((SELECT string_agg(authors.words || CASE contributors.words WHEN '' THEN '' ELSE ' | ' || contributors.words END, ' ; ' ORDER BY contributors.position)
    FROM contributors JOIN authors ON authors.id = contributors.author_id WHERE contributors.book_id = books.id), '') AS names,
  'f_' || books.format
    || coalesce(' l_' || replace(lower(books.language), '-', '_'), '')
    || CASE WHEN books.year >= 0 THEN ' d_' || (books.year / 10) WHEN books.year < 0 THEN ' d_n' || ((9 - books.year) / 10) ELSE '' END
    || coalesce((SELECT string_agg(' g_' || genre_id, '' ORDER BY genre_id) FROM book_genres WHERE book_id = books.id), '')
    || CASE WHEN books.series_number ~ '^[1-9][0-9]?$' THEN ' s_' || books.series_number ELSE '' END
    || coalesce((SELECT string_agg(' a_' || author_id, '' ORDER BY author_id)
      FROM (SELECT DISTINCT author_id FROM contributors WHERE book_id = books.id) AS named), '')
    || CASE WHEN search_available.available = 1 THEN ' v_1' ELSE '' END AS facets,
  search_available.available,
  books.title_words AS title,
  books.other_words
    || coalesce((SELECT ' ' || string_agg(genres.words, ' ' ORDER BY genres.id) FROM book_genres
      JOIN genres ON genres.id = book_genres.genre_id WHERE book_genres.book_id = books.id), '')
    || coalesce((SELECT ' ' || string_agg(copies.words, ' ' ORDER BY copies.id) FROM copies WHERE copies.book_id = books.id), '') AS other,
  books.about_words AS about
FROM books JOIN search_available ON search_available.book_id = books.id;
--> statement-breakpoint
-- Writes all that search knows of these books anew, or forgets them.
CREATE OR REPLACE FUNCTION search_refresh(ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_lock(ids);
  DELETE FROM search_entries WHERE book_id = ANY (ids) AND book_id NOT IN (SELECT id FROM books WHERE id = ANY (ids));
  INSERT INTO search_entries (book_id, title_key, names, facets, available, title, other, about)
    SELECT book_id, title_key, names, facets, available, title, other, about FROM search_source
    WHERE book_id = ANY (ids) ORDER BY book_id
    ON CONFLICT (book_id) DO UPDATE SET title_key = excluded.title_key, names = excluded.names, facets = excluded.facets,
      available = excluded.available, title = excluded.title, other = excluded.other, about = excluded.about
    WHERE search_entries IS DISTINCT FROM excluded;
  DELETE FROM search_titles WHERE book_id = ANY (ids)
    AND NOT EXISTS (SELECT FROM books WHERE id = book_id AND title_keys ? key);
  INSERT INTO search_titles (key, book_id)
    SELECT DISTINCT key, id FROM books, jsonb_array_elements_text(title_keys) AS forms (key) WHERE id = ANY (ids) ORDER BY 1, 2
    ON CONFLICT DO NOTHING;
  INSERT INTO search_words (word)
    SELECT DISTINCT word COLLATE "C" FROM search_texts, unnest(string_to_array(words, ' ')) AS word
    WHERE book_id = ANY (ids) AND length(word) > 2 AND word !~ '[0-9]' ORDER BY 1
    ON CONFLICT DO NOTHING;
END $$;
--> statement-breakpoint
CREATE TRIGGER search_books_update AFTER UPDATE ON books REFERENCING OLD TABLE AS leaving NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_refresh', 'id, title_key, title_keys, title_words, other_words, about_words, language, year, format, series_number');
