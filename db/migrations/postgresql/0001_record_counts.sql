-- The counts of the home page, exact at every commit. Triggers run once a statement, so that loading thousands
-- of rows does not rewrite the one row of counts thousands of times.
INSERT INTO record_counts (id, books, copies, copies_available, authors, genres) VALUES (1, 0, 0, 0, 0, 0);
--> statement-breakpoint
-- Adds the rows of a statement to the column that the trigger names, or takes them away.
CREATE FUNCTION count_records() RETURNS trigger LANGUAGE plpgsql AS $$
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
-- A copy is available when its condition is ok, no loan of it is open and no hold is ready for it. Unique indexes
-- allow one open loan and one ready hold of a copy, so each opening takes one away and each closing gives one
-- back, as long as nothing else keeps the copy: that is a sum over the rows of the statement.
CREATE FUNCTION is_on_loan(integer) RETURNS boolean LANGUAGE sql STABLE AS
  'SELECT EXISTS (SELECT FROM loans WHERE copy_id = $1 AND returned_at IS NULL)';
--> statement-breakpoint
CREATE FUNCTION is_on_hold_shelf(integer) RETURNS boolean LANGUAGE sql STABLE AS
  'SELECT EXISTS (SELECT FROM holds WHERE copy_id = $1 AND closed_at IS NULL)';
--> statement-breakpoint
CREATE FUNCTION add_available(integer) RETURNS void LANGUAGE sql AS
  'UPDATE record_counts SET copies_available = copies_available + $1 WHERE $1 <> 0';
--> statement-breakpoint
-- Whoever changes what keeps a copy waits for whoever else does, so that each counts what the other did.
CREATE FUNCTION lock_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    PERFORM FROM copies WHERE id = NEW.copy_id FOR NO KEY UPDATE;
    IF TG_OP = 'INSERT' THEN RETURN NEW; END IF;
  END IF;
  PERFORM FROM copies WHERE id = OLD.copy_id FOR NO KEY UPDATE;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER loans_lock_copy BEFORE INSERT OR UPDATE OR DELETE ON loans FOR EACH ROW EXECUTE FUNCTION lock_copy();
--> statement-breakpoint
CREATE TRIGGER holds_lock_copy BEFORE INSERT OR UPDATE OR DELETE ON holds FOR EACH ROW EXECUTE FUNCTION lock_copy();
--> statement-breakpoint
CREATE FUNCTION count_available_copies() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE difference integer := 0;
BEGIN
  IF TG_OP <> 'DELETE' THEN
    difference := (SELECT count(*) FROM arriving WHERE condition = 'ok' AND NOT is_on_loan(id) AND NOT is_on_hold_shelf(id));
  END IF;
  IF TG_OP <> 'INSERT' THEN
    difference := difference - (SELECT count(*) FROM leaving WHERE condition = 'ok' AND NOT is_on_loan(id) AND NOT is_on_hold_shelf(id));
  END IF;
  PERFORM add_available(difference);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER copies_available_insert AFTER INSERT ON copies REFERENCING NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION count_available_copies();
--> statement-breakpoint
CREATE TRIGGER copies_available_update AFTER UPDATE ON copies REFERENCING OLD TABLE AS leaving NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION count_available_copies();
--> statement-breakpoint
CREATE TRIGGER copies_available_delete AFTER DELETE ON copies REFERENCING OLD TABLE AS leaving
  FOR EACH STATEMENT EXECUTE FUNCTION count_available_copies();
--> statement-breakpoint
CREATE FUNCTION count_loaned_copies() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE difference integer := 0;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    difference := (SELECT count(*) FROM leaving JOIN copies ON copies.id = copy_id
      WHERE returned_at IS NULL AND condition = 'ok' AND NOT is_on_hold_shelf(copy_id));
  END IF;
  IF TG_OP <> 'DELETE' THEN
    difference := difference - (SELECT count(*) FROM arriving JOIN copies ON copies.id = copy_id
      WHERE returned_at IS NULL AND condition = 'ok' AND NOT is_on_hold_shelf(copy_id));
  END IF;
  PERFORM add_available(difference);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER loans_available_insert AFTER INSERT ON loans REFERENCING NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION count_loaned_copies();
--> statement-breakpoint
CREATE TRIGGER loans_available_update AFTER UPDATE ON loans REFERENCING OLD TABLE AS leaving NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION count_loaned_copies();
--> statement-breakpoint
CREATE TRIGGER loans_available_delete AFTER DELETE ON loans REFERENCING OLD TABLE AS leaving
  FOR EACH STATEMENT EXECUTE FUNCTION count_loaned_copies();
--> statement-breakpoint
CREATE FUNCTION count_held_copies() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE difference integer := 0;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    difference := (SELECT count(*) FROM leaving JOIN copies ON copies.id = copy_id
      WHERE closed_at IS NULL AND condition = 'ok' AND NOT is_on_loan(copy_id));
  END IF;
  IF TG_OP <> 'DELETE' THEN
    difference := difference - (SELECT count(*) FROM arriving JOIN copies ON copies.id = copy_id
      WHERE closed_at IS NULL AND condition = 'ok' AND NOT is_on_loan(copy_id));
  END IF;
  PERFORM add_available(difference);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER holds_available_insert AFTER INSERT ON holds REFERENCING NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION count_held_copies();
--> statement-breakpoint
CREATE TRIGGER holds_available_update AFTER UPDATE ON holds REFERENCING OLD TABLE AS leaving NEW TABLE AS arriving
  FOR EACH STATEMENT EXECUTE FUNCTION count_held_copies();
--> statement-breakpoint
CREATE TRIGGER holds_available_delete AFTER DELETE ON holds REFERENCING OLD TABLE AS leaving
  FOR EACH STATEMENT EXECUTE FUNCTION count_held_copies();
--> statement-breakpoint
-- TRUNCATE fires no row or statement trigger of DELETE: an administrator who uses it would leave wrong counts.
CREATE FUNCTION refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'TRUNCATE would leave wrong record counts: use DELETE FROM %', TG_TABLE_NAME;
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
