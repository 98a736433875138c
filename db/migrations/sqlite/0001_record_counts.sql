-- The counts of the home page, exact at every commit. All triggers run AFTER: a BEFORE trigger of an INSERT also
-- runs for a row that ON CONFLICT then leaves out.
INSERT INTO record_counts (id, books, copies, copies_available, authors, genres) VALUES (1, 0, 0, 0, 0, 0);
--> statement-breakpoint
CREATE TRIGGER books_counted AFTER INSERT ON books BEGIN
  UPDATE record_counts SET books = books + 1;
END;
--> statement-breakpoint
CREATE TRIGGER books_uncounted AFTER DELETE ON books BEGIN
  UPDATE record_counts SET books = books - 1;
END;
--> statement-breakpoint
CREATE TRIGGER authors_counted AFTER INSERT ON authors BEGIN
  UPDATE record_counts SET authors = authors + 1;
END;
--> statement-breakpoint
CREATE TRIGGER authors_uncounted AFTER DELETE ON authors BEGIN
  UPDATE record_counts SET authors = authors - 1;
END;
--> statement-breakpoint
CREATE TRIGGER genres_counted AFTER INSERT ON genres BEGIN
  UPDATE record_counts SET genres = genres + 1;
END;
--> statement-breakpoint
CREATE TRIGGER genres_uncounted AFTER DELETE ON genres BEGIN
  UPDATE record_counts SET genres = genres - 1;
END;
--> statement-breakpoint
-- A copy is available when its condition is ok, no loan of it is open and no hold is ready for it. Unique indexes
-- allow one open loan and one ready hold of a copy, so each opening takes one away and each closing gives one
-- back, as long as nothing else keeps the copy.
CREATE VIEW copies_not_on_loan AS SELECT id FROM copies
WHERE condition = 'ok' AND NOT EXISTS (SELECT 1 FROM loans WHERE loans.copy_id = copies.id AND loans.returned_at IS NULL);
--> statement-breakpoint
CREATE VIEW copies_not_on_hold_shelf AS SELECT id FROM copies
WHERE condition = 'ok' AND NOT EXISTS (SELECT 1 FROM holds WHERE holds.copy_id = copies.id AND holds.closed_at IS NULL);
--> statement-breakpoint
CREATE TRIGGER copies_counted AFTER INSERT ON copies BEGIN
  UPDATE record_counts SET copies = copies + 1, copies_available = copies_available + (NEW.condition = 'ok');
END;
--> statement-breakpoint
-- Foreign keys keep a copy with loans or holds: one that goes was with nobody.
CREATE TRIGGER copies_uncounted AFTER DELETE ON copies BEGIN
  UPDATE record_counts SET copies = copies - 1, copies_available = copies_available - (OLD.condition = 'ok');
END;
--> statement-breakpoint
CREATE TRIGGER copies_condition_changed AFTER UPDATE OF condition ON copies BEGIN
  UPDATE record_counts SET copies_available = copies_available + (NEW.condition = 'ok') - (OLD.condition = 'ok')
  WHERE NOT EXISTS (SELECT 1 FROM loans WHERE loans.copy_id = NEW.id AND loans.returned_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM holds WHERE holds.copy_id = NEW.id AND holds.closed_at IS NULL);
END;
--> statement-breakpoint
CREATE TRIGGER loans_opened AFTER INSERT ON loans WHEN NEW.returned_at IS NULL BEGIN
  UPDATE record_counts SET copies_available = copies_available - (SELECT count(*) FROM copies_not_on_hold_shelf WHERE id = NEW.copy_id);
END;
--> statement-breakpoint
CREATE TRIGGER loans_changed AFTER UPDATE OF copy_id, returned_at ON loans BEGIN
  UPDATE record_counts SET copies_available = copies_available
    + (SELECT count(*) FROM copies_not_on_hold_shelf WHERE id = OLD.copy_id AND OLD.returned_at IS NULL)
    - (SELECT count(*) FROM copies_not_on_hold_shelf WHERE id = NEW.copy_id AND NEW.returned_at IS NULL);
END;
--> statement-breakpoint
CREATE TRIGGER loans_deleted AFTER DELETE ON loans WHEN OLD.returned_at IS NULL BEGIN
  UPDATE record_counts SET copies_available = copies_available + (SELECT count(*) FROM copies_not_on_hold_shelf WHERE id = OLD.copy_id);
END;
--> statement-breakpoint
CREATE TRIGGER holds_opened AFTER INSERT ON holds WHEN NEW.closed_at IS NULL BEGIN
  UPDATE record_counts SET copies_available = copies_available - (SELECT count(*) FROM copies_not_on_loan WHERE id = NEW.copy_id);
END;
--> statement-breakpoint
CREATE TRIGGER holds_changed AFTER UPDATE OF copy_id, closed_at ON holds BEGIN
  UPDATE record_counts SET copies_available = copies_available
    + (SELECT count(*) FROM copies_not_on_loan WHERE id = OLD.copy_id AND OLD.closed_at IS NULL)
    - (SELECT count(*) FROM copies_not_on_loan WHERE id = NEW.copy_id AND NEW.closed_at IS NULL);
END;
--> statement-breakpoint
CREATE TRIGGER holds_deleted AFTER DELETE ON holds WHEN OLD.closed_at IS NULL BEGIN
  UPDATE record_counts SET copies_available = copies_available + (SELECT count(*) FROM copies_not_on_loan WHERE id = OLD.copy_id);
END;
