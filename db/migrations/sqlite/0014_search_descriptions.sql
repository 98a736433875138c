ALTER TABLE `books` ADD `about_words` text DEFAULT '' NOT NULL;
--> statement-breakpoint
-- Descriptions are searched too: the index of words gets a column for them, and names are kept form by form.
DROP TABLE search_index;
--> statement-breakpoint
CREATE VIRTUAL TABLE search_index USING fts5(
  title, names, other, about, facets, content='', contentless_delete=1, detail=column, prefix='2 3', tokenize="ascii tokenchars '_'"
);
--> statement-breakpoint
DROP TRIGGER search_book_changed;
--> statement-breakpoint
DROP VIEW search_refresh;
--> statement-breakpoint
DROP VIEW search_source;
--> statement-breakpoint
-- Decades BCE: d_n43 is 430 to 421 BCE. The names are in a window's order: group_concat(… ORDER BY …) would make the whole file
-- unreadable to SQLite before 3.44.
CREATE VIEW search_source AS SELECT
  books.id AS book_id,
  books.title_key,
  books.title_keys,
  books.title_words AS title,
  coalesce((SELECT group_concat(authors.words || iif(contributors.words = '', '', ' | ' || contributors.words), ' ; ')
    OVER (ORDER BY contributors.position ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    FROM contributors JOIN authors ON authors.id = contributors.author_id WHERE contributors.book_id = books.id LIMIT 1), '') AS names,
  books.other_words
    || coalesce((SELECT ' ' || group_concat(genres.words, ' ') FROM book_genres
      JOIN genres ON genres.id = book_genres.genre_id WHERE book_genres.book_id = books.id), '')
    || coalesce((SELECT ' ' || group_concat(copies.words, ' ') FROM copies WHERE copies.book_id = books.id), '') AS other,
  'f_' || books.format
    || coalesce(' l_' || replace(lower(books.language), '-', '_'), '')
    || CASE WHEN books.year >= 0 THEN ' d_' || (books.year / 10) WHEN books.year < 0 THEN ' d_n' || ((9 - books.year) / 10) ELSE '' END
    || coalesce((SELECT group_concat(' g_' || genre_id, '') FROM book_genres WHERE book_id = books.id), '')
    || CASE WHEN books.series_number GLOB '[1-9]' OR books.series_number GLOB '[1-9][0-9]' THEN ' s_' || books.series_number ELSE '' END
    || coalesce((SELECT group_concat(' a_' || author_id, '') FROM (SELECT DISTINCT author_id FROM contributors WHERE book_id = books.id)), '')
    || CASE WHEN search_available.available THEN ' v_1' ELSE '' END AS facets,
  search_available.available,
  books.about_words AS about
FROM books JOIN search_available ON search_available.book_id = books.id;
--> statement-breakpoint
-- INSERT INTO search_refresh VALUES (42) writes all that search knows of book 42 anew, or forgets it.
CREATE VIEW search_refresh AS SELECT 0 AS book_id WHERE 0;
--> statement-breakpoint
CREATE TRIGGER search_refreshed INSTEAD OF INSERT ON search_refresh WHEN NOT EXISTS (SELECT 1 FROM search_pause) BEGIN
  DELETE FROM search_index WHERE rowid = NEW.book_id;
  DELETE FROM search_titles WHERE book_id = NEW.book_id;
  DELETE FROM search_entries WHERE book_id = NEW.book_id;
  INSERT INTO search_entries (book_id, title_key, names, facets, available)
    SELECT book_id, title_key, names, facets, available FROM search_source WHERE book_id = NEW.book_id;
  INSERT INTO search_index (rowid, title, names, other, about, facets)
    SELECT book_id, title, names, other, about, facets FROM search_source WHERE book_id = NEW.book_id;
  INSERT INTO search_titles (key, book_id)
    SELECT DISTINCT forms.value, books.id FROM books, json_each(books.title_keys) AS forms WHERE books.id = NEW.book_id;
  -- Not OR IGNORE, which gives way to the conflict clause of the statement that set the trigger off.
  INSERT INTO search_words (word)
    SELECT DISTINCT value FROM search_texts, json_each('["' || replace(words, ' ', '","') || '"]')
    WHERE book_id = NEW.book_id AND length(value) > 2 AND value NOT GLOB '*[0-9]*' AND value NOT IN (SELECT word FROM search_words);
END;
--> statement-breakpoint
CREATE TRIGGER search_book_changed AFTER UPDATE OF id, title_key, title_keys, title_words, other_words, about_words, language, year, format, series_number ON books BEGIN
  INSERT INTO search_refresh (book_id) VALUES (OLD.id);
  INSERT INTO search_refresh (book_id) SELECT NEW.id WHERE NEW.id <> OLD.id;
END;
