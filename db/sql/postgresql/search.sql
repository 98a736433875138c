-- The index of words that search reads, kept here so that a book is found the moment its transaction commits, and never
-- otherwise. Texts come folded into words by db/search/words.ts, so that no dictionary and no extension is needed.
-- The vectors are in the index only: a narrow table is read faster. COST is what it costs beside a comparison.
CREATE OR REPLACE FUNCTION search_vector(words text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 500 AS $$
BEGIN
  RETURN array_to_tsvector(array_remove(string_to_array(words, ' '), ''));
END $$;
--> statement-breakpoint
CREATE VIEW search_available AS SELECT books.id AS book_id,
  EXISTS (SELECT FROM copy_status WHERE copy_status.book_id = books.id AND copy_status.state = 'on_shelf')::integer AS available
FROM books;
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
-- What of a book a reader may mistype: its titles, names, series, publisher and subjects, not its description and not what stands on its copies.
CREATE VIEW search_texts AS
  SELECT id AS book_id, title_words || ' ' || other_words AS words FROM books
  UNION ALL SELECT contributors.book_id, authors.words || ' ' || contributors.words
    FROM contributors JOIN authors ON authors.id = contributors.author_id
  UNION ALL SELECT book_genres.book_id, genres.words FROM book_genres JOIN genres ON genres.id = book_genres.genre_id;
--> statement-breakpoint
-- Two transactions that change one book, each in its way, do not see what the other does: the later one waits here for
-- the end of the other, and sees it in its next statement.
CREATE OR REPLACE FUNCTION search_lock(ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM search_entries WHERE book_id = ANY (ids) ORDER BY book_id FOR UPDATE;
END $$;
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
-- As above, only where a book came to have a copy on the shelf, or no longer has one.
CREATE OR REPLACE FUNCTION search_recheck(copy_ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE ids integer[] := ARRAY(SELECT DISTINCT book_id FROM copies WHERE id = ANY (copy_ids));
BEGIN
  PERFORM search_lock(ids);
  ids := ARRAY(SELECT book_id FROM search_available JOIN search_entries USING (book_id)
    WHERE book_id = ANY (ids) AND search_entries.available <> search_available.available);
  IF cardinality(ids) > 0 THEN PERFORM search_refresh(ids); END IF;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search_refresh_authors(author_ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_refresh(ARRAY(SELECT DISTINCT book_id FROM contributors WHERE author_id = ANY (author_ids)));
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search_refresh_genres(genre_ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_refresh(ARRAY(SELECT DISTINCT book_id FROM book_genres WHERE genre_id = ANY (genre_ids)));
END $$;
--> statement-breakpoint
-- Calls the function that the trigger names with the ids, from the first of the columns it names, of the rows that came,
-- went or are no longer the same in these columns.
CREATE OR REPLACE FUNCTION search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids integer[];
  came text := format('SELECT %s FROM arriving', TG_ARGV[1]);
  went text := format('SELECT %s FROM leaving', TG_ARGV[1]);
BEGIN
  IF EXISTS (SELECT FROM search_pause) THEN RETURN NULL; END IF;
  EXECUTE format('SELECT array_agg(DISTINCT changed_id) FROM (%s) AS changed (changed_id)', CASE TG_OP
    WHEN 'INSERT' THEN came WHEN 'DELETE' THEN went
    ELSE format('(%1$s EXCEPT %2$s) UNION ALL (%2$s EXCEPT %1$s)', came, went) END) INTO ids;
  IF ids IS NOT NULL THEN EXECUTE format('SELECT %I($1)', TG_ARGV[0]) USING ids; END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER search_books_insert AFTER INSERT ON books REFERENCING NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_refresh', 'id');
--> statement-breakpoint
CREATE TRIGGER search_books_update AFTER UPDATE ON books REFERENCING OLD TABLE AS leaving NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_refresh', 'id, title_key, title_keys, title_words, other_words, about_words, language, year, format, series_number');
--> statement-breakpoint
CREATE TRIGGER search_books_delete AFTER DELETE ON books REFERENCING OLD TABLE AS leaving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_refresh', 'id');
--> statement-breakpoint
CREATE TRIGGER search_contributors_insert AFTER INSERT ON contributors REFERENCING NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_refresh', 'book_id');
--> statement-breakpoint
CREATE TRIGGER search_contributors_update AFTER UPDATE ON contributors REFERENCING OLD TABLE AS leaving NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_refresh', 'book_id, position, author_id, words');
--> statement-breakpoint
CREATE TRIGGER search_contributors_delete AFTER DELETE ON contributors REFERENCING OLD TABLE AS leaving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_refresh', 'book_id');
--> statement-breakpoint
CREATE TRIGGER search_book_genres_insert AFTER INSERT ON book_genres REFERENCING NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_refresh', 'book_id');
--> statement-breakpoint
CREATE TRIGGER search_book_genres_update AFTER UPDATE ON book_genres REFERENCING OLD TABLE AS leaving NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_refresh', 'book_id, genre_id');
--> statement-breakpoint
CREATE TRIGGER search_book_genres_delete AFTER DELETE ON book_genres REFERENCING OLD TABLE AS leaving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_refresh', 'book_id');
--> statement-breakpoint
CREATE TRIGGER search_copies_insert AFTER INSERT ON copies REFERENCING NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_refresh', 'book_id');
--> statement-breakpoint
CREATE TRIGGER search_copies_update AFTER UPDATE ON copies REFERENCING OLD TABLE AS leaving NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_refresh', 'book_id, id, words, condition');
--> statement-breakpoint
CREATE TRIGGER search_copies_delete AFTER DELETE ON copies REFERENCING OLD TABLE AS leaving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_refresh', 'book_id');
--> statement-breakpoint
CREATE TRIGGER search_genres_update AFTER UPDATE ON genres REFERENCING OLD TABLE AS leaving NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_refresh_genres', 'id, words');
--> statement-breakpoint
CREATE TRIGGER search_authors_update AFTER UPDATE ON authors REFERENCING OLD TABLE AS leaving NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_refresh_authors', 'id, words');
--> statement-breakpoint
CREATE TRIGGER search_loans_insert AFTER INSERT ON loans REFERENCING NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_recheck', 'copy_id');
--> statement-breakpoint
CREATE TRIGGER search_loans_update AFTER UPDATE ON loans REFERENCING OLD TABLE AS leaving NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_recheck', 'copy_id, id, returned_at');
--> statement-breakpoint
CREATE TRIGGER search_loans_delete AFTER DELETE ON loans REFERENCING OLD TABLE AS leaving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_recheck', 'copy_id');
--> statement-breakpoint
CREATE TRIGGER search_holds_insert AFTER INSERT ON holds REFERENCING NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_recheck', 'copy_id');
--> statement-breakpoint
CREATE TRIGGER search_holds_update AFTER UPDATE ON holds REFERENCING OLD TABLE AS leaving NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_recheck', 'copy_id, id, closed_at');
--> statement-breakpoint
CREATE TRIGGER search_holds_delete AFTER DELETE ON holds REFERENCING OLD TABLE AS leaving
  FOR EACH STATEMENT EXECUTE FUNCTION search_changed('search_recheck', 'copy_id');
