CREATE TABLE `search_entries` (
	`book_id` integer PRIMARY KEY NOT NULL,
	`title_key` text NOT NULL,
	`names` text NOT NULL,
	`facets` text NOT NULL,
	`available` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_pause` (
	`id` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_titles` (
	`key` text NOT NULL,
	`book_id` integer NOT NULL,
	PRIMARY KEY(`key`, `book_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `search_titles_book` ON `search_titles` (`book_id`);--> statement-breakpoint
CREATE TABLE `search_words` (
	`word` text PRIMARY KEY NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `authors` ADD `words` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `books` ADD `title_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `books` ADD `title_keys` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `books` ADD `title_words` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `books` ADD `other_words` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `contributors` ADD `words` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `copies` ADD `words` text DEFAULT '' NOT NULL;