CREATE TABLE `purchase_suggestion_senders` (
	`client_hash` text NOT NULL,
	`content_hash` text NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`client_hash`, `content_hash`)
);
--> statement-breakpoint
CREATE INDEX `purchase_suggestion_senders_sent` ON `purchase_suggestion_senders` (`sent_at`);--> statement-breakpoint
CREATE TABLE `purchase_suggestions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`title` text NOT NULL,
	`author` text,
	`note` text,
	`suggested_at` integer NOT NULL,
	`idempotency_key` text NOT NULL,
	CONSTRAINT "purchase_suggestions_title" CHECK("purchase_suggestions"."title" <> '')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `purchase_suggestions_idempotency_key_unique` ON `purchase_suggestions` (`idempotency_key`);