-- The counts of the home page, exact at every commit. A copy is available when its condition is ok, no loan of
-- it is open and no hold is ready for it: what a change touches is subtracted before it and added again after.
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
-- Copies whose condition is ok and that nobody has and nobody is to collect.
CREATE VIEW available_copies AS
SELECT id FROM copies
WHERE condition = 'ok'
  AND NOT EXISTS (SELECT 1 FROM loans WHERE loans.copy_id = copies.id AND loans.returned_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM holds WHERE holds.copy_id = copies.id AND holds.closed_at IS NULL);
--> statement-breakpoint
CREATE TRIGGER copies_counted AFTER INSERT ON copies BEGIN
  UPDATE record_counts SET copies = copies + 1,
    copies_available = copies_available + (SELECT count(*) FROM available_copies WHERE id = NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER copies_uncounted BEFORE DELETE ON copies BEGIN
  UPDATE record_counts SET copies = copies - 1,
    copies_available = copies_available - (SELECT count(*) FROM available_copies WHERE id = OLD.id);
END;
--> statement-breakpoint
CREATE TRIGGER copies_condition_leaves BEFORE UPDATE OF condition ON copies BEGIN
  UPDATE record_counts SET copies_available = copies_available - (SELECT count(*) FROM available_copies WHERE id = OLD.id);
END;
--> statement-breakpoint
CREATE TRIGGER copies_condition_arrives AFTER UPDATE OF condition ON copies BEGIN
  UPDATE record_counts SET copies_available = copies_available + (SELECT count(*) FROM available_copies WHERE id = NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER loans_opening BEFORE INSERT ON loans BEGIN
  UPDATE record_counts SET copies_available = copies_available - (SELECT count(*) FROM available_copies WHERE id = NEW.copy_id);
END;
--> statement-breakpoint
CREATE TRIGGER loans_opened AFTER INSERT ON loans BEGIN
  UPDATE record_counts SET copies_available = copies_available + (SELECT count(*) FROM available_copies WHERE id = NEW.copy_id);
END;
--> statement-breakpoint
CREATE TRIGGER loans_changing BEFORE UPDATE OF copy_id, returned_at ON loans BEGIN
  UPDATE record_counts SET copies_available = copies_available - (SELECT count(*) FROM available_copies WHERE id IN (OLD.copy_id, NEW.copy_id));
END;
--> statement-breakpoint
CREATE TRIGGER loans_changed AFTER UPDATE OF copy_id, returned_at ON loans BEGIN
  UPDATE record_counts SET copies_available = copies_available + (SELECT count(*) FROM available_copies WHERE id IN (OLD.copy_id, NEW.copy_id));
END;
--> statement-breakpoint
CREATE TRIGGER loans_deleting BEFORE DELETE ON loans BEGIN
  UPDATE record_counts SET copies_available = copies_available - (SELECT count(*) FROM available_copies WHERE id = OLD.copy_id);
END;
--> statement-breakpoint
CREATE TRIGGER loans_deleted AFTER DELETE ON loans BEGIN
  UPDATE record_counts SET copies_available = copies_available + (SELECT count(*) FROM available_copies WHERE id = OLD.copy_id);
END;
--> statement-breakpoint
CREATE TRIGGER holds_opening BEFORE INSERT ON holds BEGIN
  UPDATE record_counts SET copies_available = copies_available - (SELECT count(*) FROM available_copies WHERE id = NEW.copy_id);
END;
--> statement-breakpoint
CREATE TRIGGER holds_opened AFTER INSERT ON holds BEGIN
  UPDATE record_counts SET copies_available = copies_available + (SELECT count(*) FROM available_copies WHERE id = NEW.copy_id);
END;
--> statement-breakpoint
CREATE TRIGGER holds_changing BEFORE UPDATE OF copy_id, closed_at ON holds BEGIN
  UPDATE record_counts SET copies_available = copies_available - (SELECT count(*) FROM available_copies WHERE id IN (OLD.copy_id, NEW.copy_id));
END;
--> statement-breakpoint
CREATE TRIGGER holds_changed AFTER UPDATE OF copy_id, closed_at ON holds BEGIN
  UPDATE record_counts SET copies_available = copies_available + (SELECT count(*) FROM available_copies WHERE id IN (OLD.copy_id, NEW.copy_id));
END;
--> statement-breakpoint
CREATE TRIGGER holds_deleting BEFORE DELETE ON holds BEGIN
  UPDATE record_counts SET copies_available = copies_available - (SELECT count(*) FROM available_copies WHERE id = OLD.copy_id);
END;
--> statement-breakpoint
CREATE TRIGGER holds_deleted AFTER DELETE ON holds BEGIN
  UPDATE record_counts SET copies_available = copies_available + (SELECT count(*) FROM available_copies WHERE id = OLD.copy_id);
END;
