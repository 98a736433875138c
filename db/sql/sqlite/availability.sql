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
  (copies.condition <> 'ok') + (loans.id IS NOT NULL) + (holds.id IS NOT NULL) AS obstacles
FROM copies
LEFT JOIN loans ON loans.copy_id = copies.id AND loans.returned_at IS NULL
LEFT JOIN holds ON holds.copy_id = copies.id AND holds.closed_at IS NULL;
--> statement-breakpoint
-- How many are on the shelf is kept, exact at every commit: see record-counts.sql. Who takes an obstacle away gives a copy
-- back if none is left; who adds one takes a copy away if it is the only one.
CREATE TRIGGER copies_counted AFTER INSERT ON copies BEGIN
  UPDATE record_counts SET copies = copies + 1,
    copies_available = copies_available + (SELECT state = 'on_shelf' FROM copy_status WHERE copy_id = NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER copies_uncounted BEFORE DELETE ON copies BEGIN
  UPDATE record_counts SET copies = copies - 1,
    copies_available = copies_available - (SELECT state = 'on_shelf' FROM copy_status WHERE copy_id = OLD.id);
END;
--> statement-breakpoint
CREATE TRIGGER copies_condition_changed AFTER UPDATE OF condition ON copies
WHEN (OLD.condition = 'ok') <> (NEW.condition = 'ok') BEGIN
  UPDATE record_counts SET copies_available = copies_available
    + (SELECT count(*) FROM copy_status WHERE copy_id = NEW.id AND NEW.condition = 'ok' AND obstacles = 0)
    - (SELECT count(*) FROM copy_status WHERE copy_id = NEW.id AND NEW.condition <> 'ok' AND obstacles = 1);
END;
--> statement-breakpoint
CREATE TRIGGER loans_opened AFTER INSERT ON loans WHEN NEW.returned_at IS NULL BEGIN
  UPDATE record_counts SET copies_available = copies_available
    - (SELECT count(*) FROM copy_status WHERE copy_id = NEW.copy_id AND obstacles = 1);
END;
--> statement-breakpoint
CREATE TRIGGER loans_changed AFTER UPDATE OF copy_id, returned_at ON loans
WHEN OLD.copy_id IS NOT NEW.copy_id OR (OLD.returned_at IS NULL) <> (NEW.returned_at IS NULL) BEGIN
  UPDATE record_counts SET copies_available = copies_available
    + (SELECT count(*) FROM copy_status WHERE copy_id = OLD.copy_id AND OLD.returned_at IS NULL AND obstacles = 0)
    - (SELECT count(*) FROM copy_status WHERE copy_id = NEW.copy_id AND NEW.returned_at IS NULL AND obstacles = 1);
END;
--> statement-breakpoint
CREATE TRIGGER loans_deleted AFTER DELETE ON loans WHEN OLD.returned_at IS NULL BEGIN
  UPDATE record_counts SET copies_available = copies_available
    + (SELECT count(*) FROM copy_status WHERE copy_id = OLD.copy_id AND obstacles = 0);
END;
--> statement-breakpoint
CREATE TRIGGER holds_opened AFTER INSERT ON holds WHEN NEW.closed_at IS NULL BEGIN
  UPDATE record_counts SET copies_available = copies_available
    - (SELECT count(*) FROM copy_status WHERE copy_id = NEW.copy_id AND obstacles = 1);
END;
--> statement-breakpoint
CREATE TRIGGER holds_changed AFTER UPDATE OF copy_id, closed_at ON holds
WHEN OLD.copy_id IS NOT NEW.copy_id OR (OLD.closed_at IS NULL) <> (NEW.closed_at IS NULL) BEGIN
  UPDATE record_counts SET copies_available = copies_available
    + (SELECT count(*) FROM copy_status WHERE copy_id = OLD.copy_id AND OLD.closed_at IS NULL AND obstacles = 0)
    - (SELECT count(*) FROM copy_status WHERE copy_id = NEW.copy_id AND NEW.closed_at IS NULL AND obstacles = 1);
END;
--> statement-breakpoint
CREATE TRIGGER holds_deleted AFTER DELETE ON holds WHEN OLD.closed_at IS NULL BEGIN
  UPDATE record_counts SET copies_available = copies_available
    + (SELECT count(*) FROM copy_status WHERE copy_id = OLD.copy_id AND obstacles = 0);
END;
