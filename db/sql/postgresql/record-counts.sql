-- The counts of the home page, exact at every commit; that of available copies is in availability.sql. Triggers run once a
-- statement, so that loading thousands of rows does not rewrite the one row of counts thousands of times.
-- Adds the rows of a statement to the column that the trigger names, or takes them away.
CREATE OR REPLACE FUNCTION count_records() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('UPDATE record_counts SET %1$I = %1$I + %2$s * (SELECT count(*) FROM changed)',
    TG_ARGV[0], CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER books_counted AFTER INSERT ON books REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_records('books');
--> statement-breakpoint
CREATE TRIGGER books_uncounted AFTER DELETE ON books REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_records('books');
--> statement-breakpoint
CREATE TRIGGER authors_counted AFTER INSERT ON authors REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_records('authors');
--> statement-breakpoint
CREATE TRIGGER authors_uncounted AFTER DELETE ON authors REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_records('authors');
--> statement-breakpoint
CREATE TRIGGER genres_counted AFTER INSERT ON genres REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_records('genres');
--> statement-breakpoint
CREATE TRIGGER genres_uncounted AFTER DELETE ON genres REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_records('genres');
--> statement-breakpoint
CREATE TRIGGER copies_counted AFTER INSERT ON copies REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_records('copies');
--> statement-breakpoint
CREATE TRIGGER copies_uncounted AFTER DELETE ON copies REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_records('copies');
--> statement-breakpoint
-- TRUNCATE fires no trigger of DELETE.
CREATE OR REPLACE FUNCTION refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'TRUNCATE would leave wrong counts and a wrong search: use DELETE FROM %', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER books_no_truncate BEFORE TRUNCATE ON books FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
--> statement-breakpoint
CREATE TRIGGER authors_no_truncate BEFORE TRUNCATE ON authors FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
--> statement-breakpoint
CREATE TRIGGER genres_no_truncate BEFORE TRUNCATE ON genres FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
--> statement-breakpoint
CREATE TRIGGER copies_no_truncate BEFORE TRUNCATE ON copies FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
--> statement-breakpoint
CREATE TRIGGER loans_no_truncate BEFORE TRUNCATE ON loans FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
--> statement-breakpoint
CREATE TRIGGER holds_no_truncate BEFORE TRUNCATE ON holds FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
--> statement-breakpoint
CREATE TRIGGER contributors_no_truncate BEFORE TRUNCATE ON contributors FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
--> statement-breakpoint
CREATE TRIGGER book_genres_no_truncate BEFORE TRUNCATE ON book_genres FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
