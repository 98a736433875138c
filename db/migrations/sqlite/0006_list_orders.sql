ALTER TABLE `books` ADD `author_key` text DEFAULT '􏿿' NOT NULL;--> statement-breakpoint
UPDATE books SET author_key = coalesce((SELECT authors.sort_key FROM contributors JOIN authors ON authors.id = contributors.author_id
    WHERE contributors.book_id = books.id ORDER BY contributors.position LIMIT 1), '􏿿')
  WHERE id IN (SELECT book_id FROM contributors);
--> statement-breakpoint
CREATE INDEX `books_author` ON `books` (`author_key`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `books_year` ON `books` (coalesce(-`year`, 2147483647),`sort_key`,`id`);
--> statement-breakpoint
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
