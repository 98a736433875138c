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
-- Whoever changes what keeps a copy waits for whoever else does, so that each counts what the other did.
CREATE OR REPLACE FUNCTION lock_copy() RETURNS trigger LANGUAGE plpgsql AS $$
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
