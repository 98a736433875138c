CREATE TABLE `authors` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`sort_name` text NOT NULL,
	`sort_key` text NOT NULL,
	`born` text,
	`died` text,
	`variants` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `authors_sort` ON `authors` (`sort_key`,`id`);--> statement-breakpoint
CREATE TABLE `book_genres` (
	`book_id` integer NOT NULL,
	`genre_id` integer NOT NULL,
	PRIMARY KEY(`book_id`, `genre_id`),
	FOREIGN KEY (`book_id`) REFERENCES `books`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`genre_id`) REFERENCES `genres`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `book_genres_genre` ON `book_genres` (`genre_id`,`book_id`);--> statement-breakpoint
CREATE TABLE `books` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`title` text NOT NULL,
	`subtitle` text,
	`sort_key` text NOT NULL,
	`other_titles` text NOT NULL,
	`summary` text,
	`isbn` text,
	`publisher` text,
	`year` integer,
	`edition` text,
	`extent` text,
	`series` text,
	`series_number` text,
	`language` text,
	`notes` text,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`language`) REFERENCES `languages`(`code`) ON UPDATE cascade ON DELETE restrict,
	CONSTRAINT "books_isbn_13" CHECK("books"."isbn" is null or length("books"."isbn") = 13)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `books_isbn_unique` ON `books` (`isbn`);--> statement-breakpoint
CREATE INDEX `books_sort` ON `books` (`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `books_added` ON `books` (`added_at`,`id`);--> statement-breakpoint
CREATE INDEX `books_language` ON `books` (`language`);--> statement-breakpoint
CREATE TABLE `contributors` (
	`book_id` integer NOT NULL,
	`position` integer NOT NULL,
	`author_id` integer NOT NULL,
	`role` text NOT NULL,
	`credited_as` text,
	PRIMARY KEY(`book_id`, `position`),
	FOREIGN KEY (`book_id`) REFERENCES `books`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `authors`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "contributors_role" CHECK("contributors"."role" in ('author', 'editor', 'translator', 'illustrator'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contributors_once` ON `contributors` (`book_id`,`author_id`,`role`);--> statement-breakpoint
CREATE INDEX `contributors_author` ON `contributors` (`author_id`,`book_id`);--> statement-breakpoint
CREATE TABLE `copies` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`book_id` integer NOT NULL,
	`barcode` text NOT NULL,
	`imprint` text,
	`shelf_mark` text,
	`location` text,
	`condition` text NOT NULL,
	`acquired_on` text,
	`note` text,
	FOREIGN KEY (`book_id`) REFERENCES `books`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "copies_condition" CHECK("copies"."condition" in ('ok', 'on_order', 'in_process', 'reference_only', 'in_repair', 'damaged', 'missing', 'lost', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `copies_public_id_unique` ON `copies` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `copies_barcode_unique` ON `copies` (`barcode`);--> statement-breakpoint
CREATE INDEX `copies_book` ON `copies` (`book_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `copies_title` ON `copies` (`id`,`book_id`);--> statement-breakpoint
CREATE TABLE `genres` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`sort_key` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `genres_sort_key_unique` ON `genres` (`sort_key`);--> statement-breakpoint
CREATE TABLE `languages` (
	`code` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `record_counts` (
	`id` integer PRIMARY KEY NOT NULL,
	`books` integer NOT NULL,
	`copies` integer NOT NULL,
	`copies_available` integer NOT NULL,
	`authors` integer NOT NULL,
	`genres` integer NOT NULL,
	CONSTRAINT "record_counts_one_row" CHECK("record_counts"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `holds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`book_id` integer NOT NULL,
	`member_id` integer NOT NULL,
	`placed_at` integer NOT NULL,
	`copy_id` integer,
	`pick_up_by` text,
	`closed_at` integer,
	FOREIGN KEY (`book_id`) REFERENCES `books`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`copy_id`,`book_id`) REFERENCES `copies`(`id`,`book_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "holds_ready_has_date" CHECK(("holds"."copy_id" is null) = ("holds"."pick_up_by" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `holds_one_ready_per_copy` ON `holds` (`copy_id`) WHERE "holds"."closed_at" is null and "holds"."copy_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `holds_one_open_per_member` ON `holds` (`book_id`,`member_id`) WHERE "holds"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `holds_member` ON `holds` (`member_id`);--> statement-breakpoint
CREATE TABLE `loans` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`copy_id` integer NOT NULL,
	`member_id` integer,
	`checked_out_on` text NOT NULL,
	`due_on` text NOT NULL,
	`returned_at` integer,
	FOREIGN KEY (`copy_id`) REFERENCES `copies`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "loans_due_after_check_out" CHECK("loans"."due_on" >= "loans"."checked_out_on"),
	CONSTRAINT "loans_open_has_member" CHECK("loans"."returned_at" is not null or "loans"."member_id" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `loans_one_open_per_copy` ON `loans` (`copy_id`) WHERE "loans"."returned_at" is null;--> statement-breakpoint
CREATE INDEX `loans_copy` ON `loans` (`copy_id`);--> statement-breakpoint
CREATE INDEX `loans_member` ON `loans` (`member_id`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`barcode` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_barcode_unique` ON `members` (`barcode`);--> statement-breakpoint
CREATE TABLE `library_settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
