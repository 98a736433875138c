-- The name of a genre as it is searched: its sort key has no pairs of neighbours, nor one spelling for several.
ALTER TABLE `genres` ADD `words` text DEFAULT '' NOT NULL;
--> statement-breakpoint
DROP VIEW search_source;
--> statement-breakpoint
CREATE VIEW search_source AS SELECT
  books.id AS book_id,
  books.title_key,
  books.title_keys,
  books.title_words AS title,
  coalesce((SELECT group_concat(trim(authors.words || ' ' || contributors.words), ' ' ORDER BY contributors.position)
    FROM contributors JOIN authors ON authors.id = contributors.author_id WHERE contributors.book_id = books.id), '') AS names,
  books.other_words
    || coalesce((SELECT ' ' || group_concat(genres.words, ' ') FROM book_genres
      JOIN genres ON genres.id = book_genres.genre_id WHERE book_genres.book_id = books.id), '')
    || coalesce((SELECT ' ' || group_concat(copies.words, ' ') FROM copies WHERE copies.book_id = books.id), '') AS other,
  'f_' || books.format
    || coalesce(' l_' || replace(lower(books.language), '-', '_'), '')
    || CASE WHEN books.year >= 0 THEN ' d_' || (books.year / 10) WHEN books.year < 0 THEN ' d_n' || ((9 - books.year) / 10) ELSE '' END
    || coalesce((SELECT group_concat(' g_' || genre_id, '') FROM book_genres WHERE book_id = books.id), '')
    || coalesce((SELECT group_concat(' a_' || author_id, '') FROM (SELECT DISTINCT author_id FROM contributors WHERE book_id = books.id)), '')
    || CASE WHEN search_available.available THEN ' v_1' ELSE '' END AS facets,
  search_available.available
FROM books JOIN search_available ON search_available.book_id = books.id;
--> statement-breakpoint
-- What of a book a reader may mistype: its titles, names, series, publisher and subjects, not what stands on its copies.
CREATE VIEW search_texts AS
  SELECT id AS book_id, title_words || ' ' || other_words AS words FROM books
  UNION ALL SELECT contributors.book_id, authors.words || ' ' || contributors.words
    FROM contributors JOIN authors ON authors.id = contributors.author_id
  UNION ALL SELECT book_genres.book_id, genres.words FROM book_genres JOIN genres ON genres.id = book_genres.genre_id;
--> statement-breakpoint
DROP TRIGGER search_refreshed;
--> statement-breakpoint
CREATE TRIGGER search_refreshed INSTEAD OF INSERT ON search_refresh WHEN NOT EXISTS (SELECT 1 FROM search_pause) BEGIN
  DELETE FROM search_index WHERE rowid = NEW.book_id;
  DELETE FROM search_titles WHERE book_id = NEW.book_id;
  DELETE FROM search_entries WHERE book_id = NEW.book_id;
  INSERT INTO search_entries (book_id, title_key, names, facets, available)
    SELECT book_id, title_key, names, facets, available FROM search_source WHERE book_id = NEW.book_id;
  INSERT INTO search_index (rowid, title, names, other, facets)
    SELECT book_id, title, names, other, facets FROM search_source WHERE book_id = NEW.book_id;
  INSERT INTO search_titles (key, book_id)
    SELECT DISTINCT forms.value, books.id FROM books, json_each(books.title_keys) AS forms WHERE books.id = NEW.book_id;
  -- Not OR IGNORE, which gives way to the conflict clause of the statement that set the trigger off.
  INSERT INTO search_words (word)
    SELECT DISTINCT value FROM search_texts, json_each('["' || replace(words, ' ', '","') || '"]')
    WHERE book_id = NEW.book_id AND length(value) > 2 AND value NOT GLOB '*[0-9]*' AND value NOT IN (SELECT word FROM search_words);
END;
--> statement-breakpoint
DROP TRIGGER search_genre_renamed;
--> statement-breakpoint
CREATE TRIGGER search_genre_renamed AFTER UPDATE OF words ON genres WHEN NEW.words <> OLD.words BEGIN
  INSERT INTO search_refresh (book_id) SELECT book_id FROM book_genres WHERE genre_id = NEW.id;
END;
