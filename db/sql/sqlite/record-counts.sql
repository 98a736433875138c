-- The counts of the home page, exact at every commit; those of copies are in availability.sql. All triggers of an INSERT run
-- AFTER: a BEFORE trigger also runs for a row that ON CONFLICT then leaves out.
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
