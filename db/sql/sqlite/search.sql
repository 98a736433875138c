-- A book is found the moment its transaction commits, and never otherwise. What db/search/words.ts made of its texts is split
-- at spaces; the tables that are read are in migrations/sqlite/0004_search_words.sql and 0005_search.sql.
CREATE VIEW search_available AS SELECT books.id AS book_id,
  EXISTS (SELECT 1 FROM copy_status WHERE copy_status.book_id = books.id AND copy_status.state = 'on_shelf') AS available
FROM books;
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
-- What of a book a reader may mistype: its titles, names, series, publisher and subjects, not its description and not what stands on its copies.
CREATE VIEW search_texts AS
  SELECT id AS book_id, title_words || ' ' || other_words AS words FROM books
  UNION ALL SELECT contributors.book_id, authors.words || ' ' || contributors.words
    FROM contributors JOIN authors ON authors.id = contributors.author_id
  UNION ALL SELECT book_genres.book_id, genres.words FROM book_genres JOIN genres ON genres.id = book_genres.genre_id;
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
CREATE VIEW search_recheck AS SELECT 0 AS book_id WHERE 0;
--> statement-breakpoint
-- As above, only where a book came to have a copy on the shelf, or no longer has one.
CREATE TRIGGER search_rechecked INSTEAD OF INSERT ON search_recheck BEGIN
  INSERT INTO search_refresh (book_id) SELECT book_id FROM search_available
  JOIN search_entries USING (book_id) WHERE book_id = NEW.book_id AND search_entries.available <> search_available.available;
END;
--> statement-breakpoint
CREATE TRIGGER search_book_added AFTER INSERT ON books BEGIN
  INSERT INTO search_refresh (book_id) VALUES (NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER search_book_changed AFTER UPDATE OF id, title_key, title_keys, title_words, other_words, about_words, language, year, format, series_number ON books BEGIN
  INSERT INTO search_refresh (book_id) VALUES (OLD.id);
  INSERT INTO search_refresh (book_id) SELECT NEW.id WHERE NEW.id <> OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_book_deleted AFTER DELETE ON books BEGIN
  INSERT INTO search_refresh (book_id) VALUES (OLD.id);
END;
--> statement-breakpoint
CREATE TRIGGER search_contributor_added AFTER INSERT ON contributors BEGIN
  INSERT INTO search_refresh (book_id) VALUES (NEW.book_id);
END;
--> statement-breakpoint
CREATE TRIGGER search_contributor_changed AFTER UPDATE ON contributors BEGIN
  INSERT INTO search_refresh (book_id) VALUES (OLD.book_id);
  INSERT INTO search_refresh (book_id) SELECT NEW.book_id WHERE NEW.book_id <> OLD.book_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_contributor_deleted AFTER DELETE ON contributors BEGIN
  INSERT INTO search_refresh (book_id) VALUES (OLD.book_id);
END;
--> statement-breakpoint
CREATE TRIGGER search_genre_added AFTER INSERT ON book_genres BEGIN
  INSERT INTO search_refresh (book_id) VALUES (NEW.book_id);
END;
--> statement-breakpoint
CREATE TRIGGER search_genre_changed AFTER UPDATE ON book_genres BEGIN
  INSERT INTO search_refresh (book_id) VALUES (OLD.book_id);
  INSERT INTO search_refresh (book_id) SELECT NEW.book_id WHERE NEW.book_id <> OLD.book_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_genre_deleted AFTER DELETE ON book_genres BEGIN
  INSERT INTO search_refresh (book_id) VALUES (OLD.book_id);
END;
--> statement-breakpoint
CREATE TRIGGER search_genre_renamed AFTER UPDATE OF words ON genres WHEN NEW.words <> OLD.words BEGIN
  INSERT INTO search_refresh (book_id) SELECT book_id FROM book_genres WHERE genre_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_author_added AFTER INSERT ON authors WHEN NOT EXISTS (SELECT 1 FROM search_pause) BEGIN
  INSERT INTO search_authors (rowid, words) VALUES (NEW.id, NEW.words);
END;
--> statement-breakpoint
CREATE TRIGGER search_author_deleted AFTER DELETE ON authors WHEN NOT EXISTS (SELECT 1 FROM search_pause) BEGIN
  DELETE FROM search_authors WHERE rowid = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_author_renamed AFTER UPDATE OF id, words ON authors
WHEN (NEW.id <> OLD.id OR NEW.words <> OLD.words) AND NOT EXISTS (SELECT 1 FROM search_pause) BEGIN
  DELETE FROM search_authors WHERE rowid = OLD.id;
  INSERT INTO search_authors (rowid, words) VALUES (NEW.id, NEW.words);
  INSERT INTO search_refresh (book_id) SELECT DISTINCT book_id FROM contributors WHERE author_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_copy_added AFTER INSERT ON copies BEGIN
  INSERT INTO search_refresh (book_id) VALUES (NEW.book_id);
END;
--> statement-breakpoint
CREATE TRIGGER search_copy_changed AFTER UPDATE OF book_id, words, condition ON copies BEGIN
  INSERT INTO search_refresh (book_id) VALUES (OLD.book_id);
  INSERT INTO search_refresh (book_id) SELECT NEW.book_id WHERE NEW.book_id <> OLD.book_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_copy_deleted AFTER DELETE ON copies BEGIN
  INSERT INTO search_refresh (book_id) VALUES (OLD.book_id);
END;
--> statement-breakpoint
CREATE TRIGGER search_loan_added AFTER INSERT ON loans BEGIN
  INSERT INTO search_recheck (book_id) SELECT book_id FROM copies WHERE id = NEW.copy_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_loan_changed AFTER UPDATE ON loans BEGIN
  INSERT INTO search_recheck (book_id) SELECT book_id FROM copies WHERE id IN (NEW.copy_id, OLD.copy_id);
END;
--> statement-breakpoint
CREATE TRIGGER search_loan_deleted AFTER DELETE ON loans BEGIN
  INSERT INTO search_recheck (book_id) SELECT book_id FROM copies WHERE id = OLD.copy_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_hold_added AFTER INSERT ON holds BEGIN
  INSERT INTO search_recheck (book_id) SELECT book_id FROM copies WHERE id = NEW.copy_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_hold_changed AFTER UPDATE ON holds BEGIN
  INSERT INTO search_recheck (book_id) SELECT book_id FROM copies WHERE id IN (NEW.copy_id, OLD.copy_id);
END;
--> statement-breakpoint
CREATE TRIGGER search_hold_deleted AFTER DELETE ON holds BEGIN
  INSERT INTO search_recheck (book_id) SELECT book_id FROM copies WHERE id = OLD.copy_id;
END;
