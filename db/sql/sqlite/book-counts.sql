-- Whoever has several parts in a book has one book. These run for each row, when it is there or gone: so the first part
-- that comes counts, and the last that goes.
CREATE TRIGGER authors_books_added AFTER INSERT ON contributors
WHEN (SELECT count(*) FROM contributors WHERE author_id = NEW.author_id AND book_id = NEW.book_id) = 1 BEGIN
  UPDATE authors SET book_count = book_count + 1 WHERE id = NEW.author_id;
END;
--> statement-breakpoint
CREATE TRIGGER authors_books_removed AFTER DELETE ON contributors
WHEN NOT EXISTS (SELECT 1 FROM contributors WHERE author_id = OLD.author_id AND book_id = OLD.book_id) BEGIN
  UPDATE authors SET book_count = book_count - 1 WHERE id = OLD.author_id;
END;
--> statement-breakpoint
CREATE TRIGGER authors_books_changed AFTER UPDATE OF author_id, book_id ON contributors
WHEN NEW.author_id <> OLD.author_id OR NEW.book_id <> OLD.book_id BEGIN
  UPDATE authors SET book_count = book_count - 1 WHERE id = OLD.author_id
    AND NOT EXISTS (SELECT 1 FROM contributors WHERE author_id = OLD.author_id AND book_id = OLD.book_id);
  UPDATE authors SET book_count = book_count + 1 WHERE id = NEW.author_id
    AND (SELECT count(*) FROM contributors WHERE author_id = NEW.author_id AND book_id = NEW.book_id) = 1;
END;
--> statement-breakpoint
CREATE TRIGGER genres_books_added AFTER INSERT ON book_genres BEGIN
  UPDATE genres SET book_count = book_count + 1 WHERE id = NEW.genre_id;
END;
--> statement-breakpoint
CREATE TRIGGER genres_books_removed AFTER DELETE ON book_genres BEGIN
  UPDATE genres SET book_count = book_count - 1 WHERE id = OLD.genre_id;
END;
--> statement-breakpoint
CREATE TRIGGER genres_books_changed AFTER UPDATE OF genre_id ON book_genres WHEN NEW.genre_id <> OLD.genre_id BEGIN
  UPDATE genres SET book_count = book_count - 1 WHERE id = OLD.genre_id;
  UPDATE genres SET book_count = book_count + 1 WHERE id = NEW.genre_id;
END;
--> statement-breakpoint
CREATE TRIGGER languages_books_added AFTER INSERT ON books WHEN NEW.language IS NOT NULL BEGIN
  UPDATE languages SET book_count = book_count + 1 WHERE code = NEW.language;
END;
--> statement-breakpoint
CREATE TRIGGER languages_books_removed AFTER DELETE ON books WHEN OLD.language IS NOT NULL BEGIN
  UPDATE languages SET book_count = book_count - 1 WHERE code = OLD.language;
END;
--> statement-breakpoint
-- Where the old code is no longer there, the language itself got another one, and brought its count along.
CREATE TRIGGER languages_books_changed AFTER UPDATE OF language ON books
WHEN NEW.language IS NOT OLD.language AND (OLD.language IS NULL OR EXISTS (SELECT 1 FROM languages WHERE code = OLD.language)) BEGIN
  UPDATE languages SET book_count = book_count - 1 WHERE code = OLD.language;
  UPDATE languages SET book_count = book_count + 1 WHERE code = NEW.language;
END;
