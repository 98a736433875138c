CREATE TABLE "search_entries" (
	"book_id" integer PRIMARY KEY NOT NULL,
	"title_key" text collate "C" NOT NULL,
	"names" text NOT NULL,
	"facets" text NOT NULL,
	"available" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_pause" (
	"id" integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_titles" (
	"key" text collate "C" NOT NULL,
	"book_id" integer NOT NULL,
	CONSTRAINT "search_titles_key_book_id_pk" PRIMARY KEY("key","book_id")
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text collate "C" PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "authors" ADD COLUMN "words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books" ADD COLUMN "title_key" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books" ADD COLUMN "title_keys" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "books" ADD COLUMN "title_words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books" ADD COLUMN "other_words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contributors" ADD COLUMN "words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "copies" ADD COLUMN "words" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "search_titles_book" ON "search_titles" USING btree ("book_id");