DROP INDEX `books_language`;--> statement-breakpoint
CREATE INDEX `books_language` ON `books` (`language`,`sort_key`,`id`);