DROP TRIGGER copies_available_insert ON copies;
--> statement-breakpoint
DROP TRIGGER copies_available_update ON copies;
--> statement-breakpoint
DROP TRIGGER copies_available_delete ON copies;
--> statement-breakpoint
DROP TRIGGER loans_available_insert ON loans;
--> statement-breakpoint
DROP TRIGGER loans_available_update ON loans;
--> statement-breakpoint
DROP TRIGGER loans_available_delete ON loans;
--> statement-breakpoint
DROP TRIGGER holds_available_insert ON holds;
--> statement-breakpoint
DROP TRIGGER holds_available_update ON holds;
--> statement-breakpoint
DROP TRIGGER holds_available_delete ON holds;
--> statement-breakpoint
DROP FUNCTION count_available_copies;
--> statement-breakpoint
DROP FUNCTION count_loaned_copies;
--> statement-breakpoint
DROP FUNCTION count_held_copies;
--> statement-breakpoint
DROP FUNCTION add_available;
--> statement-breakpoint
DROP FUNCTION is_on_loan;
--> statement-breakpoint
DROP FUNCTION is_on_hold_shelf;
--> statement-breakpoint
DROP VIEW search_source;
--> statement-breakpoint
DROP VIEW search_available;
--> statement-breakpoint
-- Whether a reader can have a copy: said here, and nowhere else. What keeps it from readers is counted: that its condition is
-- not ok, a loan of it that is open, a hold that is ready for it. Unique indexes allow one of each. It is on the shelf, which
-- is to say available, where nothing does; else its state is what a reader is told instead.
CREATE VIEW copy_status AS SELECT
  copies.id AS copy_id,
  copies.book_id,
  copies.condition,
  CASE WHEN loans.id IS NOT NULL THEN 'on_loan'
    WHEN copies.condition <> 'ok' THEN copies.condition
    WHEN holds.id IS NOT NULL THEN 'on_hold_shelf'
    ELSE 'on_shelf' END AS state,
  loans.due_on,
  holds.pick_up_by AS held_until,
  (copies.condition <> 'ok')::integer + (loans.id IS NOT NULL)::integer + (holds.id IS NOT NULL)::integer AS obstacles
FROM copies
LEFT JOIN loans ON loans.copy_id = copies.id AND loans.returned_at IS NULL
LEFT JOIN holds ON holds.copy_id = copies.id AND holds.closed_at IS NULL;
--> statement-breakpoint
-- How many are on the shelf is kept, exact at every commit: see record-counts.sql. The trigger names the column with the id of
-- the copy, and what a row adds to its obstacles; what is no copy, or none any more, has one. The rows of a statement are
-- summed first: one may take away what another adds.
CREATE OR REPLACE FUNCTION count_available() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  came text := format('SELECT %s, (%s)::integer FROM arriving', TG_ARGV[0], TG_ARGV[1]);
  went text := format('SELECT %s, -(%s)::integer FROM leaving', TG_ARGV[0], TG_ARGV[1]);
  difference integer;
BEGIN
  EXECUTE format('SELECT sum((coalesce(obstacles, 1) = 0)::integer - (coalesce(obstacles, 1) = added)::integer)
    FROM (SELECT copy_id, sum(obstacles) AS added FROM (%s) AS changes (copy_id, obstacles)
      WHERE copy_id IS NOT NULL GROUP BY copy_id HAVING sum(obstacles) <> 0) AS changed
    LEFT JOIN copy_status USING (copy_id)', CASE TG_OP
    WHEN 'INSERT' THEN came WHEN 'DELETE' THEN went ELSE came || ' UNION ALL ' || went END) INTO difference;
  UPDATE record_counts SET copies_available = copies_available + difference WHERE difference <> 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER copies_available_insert AFTER INSERT ON copies REFERENCING NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION count_available('id', '-(condition = ''ok'')::integer');
--> statement-breakpoint
CREATE TRIGGER copies_available_update AFTER UPDATE ON copies REFERENCING OLD TABLE AS leaving NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION count_available('id', '-(condition = ''ok'')::integer');
--> statement-breakpoint
CREATE TRIGGER copies_available_delete AFTER DELETE ON copies REFERENCING OLD TABLE AS leaving
  FOR EACH STATEMENT EXECUTE FUNCTION count_available('id', '-(condition = ''ok'')::integer');
--> statement-breakpoint
CREATE TRIGGER loans_available_insert AFTER INSERT ON loans REFERENCING NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION count_available('copy_id', 'returned_at IS NULL');
--> statement-breakpoint
CREATE TRIGGER loans_available_update AFTER UPDATE ON loans REFERENCING OLD TABLE AS leaving NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION count_available('copy_id', 'returned_at IS NULL');
--> statement-breakpoint
CREATE TRIGGER loans_available_delete AFTER DELETE ON loans REFERENCING OLD TABLE AS leaving
  FOR EACH STATEMENT EXECUTE FUNCTION count_available('copy_id', 'returned_at IS NULL');
--> statement-breakpoint
CREATE TRIGGER holds_available_insert AFTER INSERT ON holds REFERENCING NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION count_available('copy_id', 'closed_at IS NULL');
--> statement-breakpoint
CREATE TRIGGER holds_available_update AFTER UPDATE ON holds REFERENCING OLD TABLE AS leaving NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION count_available('copy_id', 'closed_at IS NULL');
--> statement-breakpoint
CREATE TRIGGER holds_available_delete AFTER DELETE ON holds REFERENCING OLD TABLE AS leaving
  FOR EACH STATEMENT EXECUTE FUNCTION count_available('copy_id', 'closed_at IS NULL');
--> statement-breakpoint
CREATE VIEW search_available AS SELECT books.id AS book_id,
  EXISTS (SELECT FROM copy_status WHERE copy_status.book_id = books.id AND copy_status.state = 'on_shelf')::integer AS available
FROM books;
--> statement-breakpoint
-- Decades BCE: d_n43 is 430 to 421 BCE.
CREATE VIEW search_source AS SELECT
  books.id AS book_id,
  books.title_key,
  coalesce((SELECT string_agg(trim(authors.words || ' ' || contributors.words), ' ' ORDER BY contributors.position)
    FROM contributors JOIN authors ON authors.id = contributors.author_id WHERE contributors.book_id = books.id), '') AS names,
  'f_' || books.format
    || coalesce(' l_' || replace(lower(books.language), '-', '_'), '')
    || CASE WHEN books.year >= 0 THEN ' d_' || (books.year / 10) WHEN books.year < 0 THEN ' d_n' || ((9 - books.year) / 10) ELSE '' END
    || coalesce((SELECT string_agg(' g_' || genre_id, '' ORDER BY genre_id) FROM book_genres WHERE book_id = books.id), '')
    || coalesce((SELECT string_agg(' a_' || author_id, '' ORDER BY author_id)
      FROM (SELECT DISTINCT author_id FROM contributors WHERE book_id = books.id) AS named), '')
    || CASE WHEN search_available.available = 1 THEN ' v_1' ELSE '' END AS facets,
  search_available.available,
  books.title_words AS title,
  books.other_words
    || coalesce((SELECT ' ' || string_agg(genres.words, ' ' ORDER BY genres.id) FROM book_genres
      JOIN genres ON genres.id = book_genres.genre_id WHERE book_genres.book_id = books.id), '')
    || coalesce((SELECT ' ' || string_agg(copies.words, ' ' ORDER BY copies.id) FROM copies WHERE copies.book_id = books.id), '') AS other
FROM books JOIN search_available ON search_available.book_id = books.id;
