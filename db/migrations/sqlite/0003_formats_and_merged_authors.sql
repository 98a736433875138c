CREATE TABLE `merged_authors` (
	`id` integer PRIMARY KEY NOT NULL,
	`author_id` integer NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `authors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `merged_authors_author` ON `merged_authors` (`author_id`);--> statement-breakpoint
-- Not a new table in place of the old one: what hangs on the books, and the triggers that count them, would go with it.
ALTER TABLE `books` ADD `format` text DEFAULT 'book' NOT NULL
  CONSTRAINT `books_format` CHECK(`format` in ('book', 'large_print', 'comic', 'ebook', 'audiobook', 'periodical', 'score', 'map', 'film'));
