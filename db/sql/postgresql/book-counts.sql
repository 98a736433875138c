-- Whoever has several parts in a book has one book, and a statement that writes parts or brings them up to date runs two
-- triggers, each of which sees what both did: so an author's books are counted again, not added and subtracted.
-- Authors are locked in the order of their ids, and before they are counted, so that each sees what the other did.
CREATE OR REPLACE FUNCTION count_books_of_authors(ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM authors WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
  UPDATE authors SET book_count = coalesce(books, 0)
    FROM unnest(ids) AS one LEFT JOIN (
      SELECT author_id, count(DISTINCT book_id) AS books FROM contributors WHERE author_id = ANY (ids) GROUP BY author_id
    ) AS counted ON author_id = one
    WHERE id = one AND book_count <> coalesce(books, 0);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION authors_books_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_books_of_authors((SELECT array_agg(DISTINCT author_id) FROM changed));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION authors_books_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_books_of_authors((SELECT array_agg(DISTINCT author_id) FROM (
    (SELECT author_id, book_id FROM before EXCEPT SELECT author_id, book_id FROM changed)
    UNION ALL (SELECT author_id, book_id FROM changed EXCEPT SELECT author_id, book_id FROM before)) AS moved));
  RETURN NULL;
END $$;
--> statement-breakpoint
-- By their names these run before the triggers that read the names of authors and genres and that lock books: whoever
-- renames one waits for them, or they for the rename. So the locks that 0005 and 0007 took row by row are not needed; they
-- shared one, and two who share a lock cannot both go on to write.
CREATE TRIGGER authors_books_added AFTER INSERT ON contributors REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION authors_books_counted();
--> statement-breakpoint
CREATE TRIGGER authors_books_removed AFTER DELETE ON contributors REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION authors_books_counted();
--> statement-breakpoint
CREATE TRIGGER authors_books_changed AFTER UPDATE ON contributors REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION authors_books_changed();
--> statement-breakpoint
-- Adds the rows of a statement to the counts of those they belong to, or takes them away. The trigger names the table, its
-- key, and columns of the rows: whose they are, and what else tells one from the other. Nobody waits where nothing moved.
CREATE OR REPLACE FUNCTION count_books() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  came text := format('SELECT 1, %s FROM arriving', TG_ARGV[2]);
  went text := format('SELECT -1, %s FROM leaving', TG_ARGV[2]);
  changes text := CASE TG_OP WHEN 'INSERT' THEN came WHEN 'DELETE' THEN went
    ELSE format('(SELECT 1, %1$s FROM arriving EXCEPT SELECT 1, %1$s FROM leaving)
      UNION ALL (SELECT -1, %1$s FROM leaving EXCEPT SELECT -1, %1$s FROM arriving)', TG_ARGV[2]) END;
BEGIN
  EXECUTE format('SELECT FROM %1$I WHERE %2$I IN (SELECT whose FROM (%3$s) AS changes (books, whose)) ORDER BY %2$I FOR NO KEY UPDATE',
    TG_ARGV[0], TG_ARGV[1], changes);
  EXECUTE format('UPDATE %1$I SET book_count = book_count + more
    FROM (SELECT whose, sum(books) AS more FROM (%3$s) AS changes (books, whose) GROUP BY whose) AS changed
    WHERE %2$I = whose AND more <> 0', TG_ARGV[0], TG_ARGV[1], changes);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER genres_books_added AFTER INSERT ON book_genres REFERENCING NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION count_books('genres', 'id', 'genre_id, book_id');
--> statement-breakpoint
CREATE TRIGGER genres_books_removed AFTER DELETE ON book_genres REFERENCING OLD TABLE AS leaving
  FOR EACH STATEMENT EXECUTE FUNCTION count_books('genres', 'id', 'genre_id, book_id');
--> statement-breakpoint
CREATE TRIGGER genres_books_changed AFTER UPDATE ON book_genres REFERENCING OLD TABLE AS leaving NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION count_books('genres', 'id', 'genre_id, book_id');
--> statement-breakpoint
CREATE TRIGGER languages_books_added AFTER INSERT ON books REFERENCING NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION count_books('languages', 'code', 'language, id');
--> statement-breakpoint
CREATE TRIGGER languages_books_removed AFTER DELETE ON books REFERENCING OLD TABLE AS leaving
  FOR EACH STATEMENT EXECUTE FUNCTION count_books('languages', 'code', 'language, id');
--> statement-breakpoint
CREATE TRIGGER languages_books_changed AFTER UPDATE ON books REFERENCING OLD TABLE AS leaving NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION count_books('languages', 'code', 'language, id');
--> statement-breakpoint
-- When a language gets another code its books follow, and are counted as they come.
CREATE OR REPLACE FUNCTION count_books_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.book_count := 0;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER languages_books_follow BEFORE UPDATE OF code ON languages FOR EACH ROW
  WHEN (NEW.code <> OLD.code) EXECUTE FUNCTION count_books_anew();
