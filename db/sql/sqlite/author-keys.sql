-- books.author_key is the sort key of whoever comes first; what nobody had a part in stands after all others.
CREATE TRIGGER books_author_credited AFTER INSERT ON contributors BEGIN
  UPDATE books SET author_key = coalesce((SELECT authors.sort_key FROM contributors JOIN authors ON authors.id = contributors.author_id
    WHERE contributors.book_id = books.id ORDER BY contributors.position LIMIT 1), '􏿿')
  WHERE id = NEW.book_id;
END;
--> statement-breakpoint
CREATE TRIGGER books_author_uncredited AFTER DELETE ON contributors BEGIN
  UPDATE books SET author_key = coalesce((SELECT authors.sort_key FROM contributors JOIN authors ON authors.id = contributors.author_id
    WHERE contributors.book_id = books.id ORDER BY contributors.position LIMIT 1), '􏿿')
  WHERE id = OLD.book_id;
END;
--> statement-breakpoint
CREATE TRIGGER books_author_changed AFTER UPDATE OF book_id, position, author_id ON contributors BEGIN
  UPDATE books SET author_key = coalesce((SELECT authors.sort_key FROM contributors JOIN authors ON authors.id = contributors.author_id
    WHERE contributors.book_id = books.id ORDER BY contributors.position LIMIT 1), '􏿿')
  WHERE id IN (OLD.book_id, NEW.book_id);
END;
--> statement-breakpoint
CREATE TRIGGER books_author_renamed AFTER UPDATE OF sort_key ON authors WHEN NEW.sort_key <> OLD.sort_key BEGIN
  UPDATE books SET author_key = coalesce((SELECT authors.sort_key FROM contributors JOIN authors ON authors.id = contributors.author_id
    WHERE contributors.book_id = books.id ORDER BY contributors.position LIMIT 1), '􏿿')
  WHERE id IN (SELECT book_id FROM contributors WHERE author_id = NEW.id);
END;
