CREATE TABLE "merged_authors" (
	"id" integer PRIMARY KEY NOT NULL,
	"author_id" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "books" ADD COLUMN "format" text DEFAULT 'book' NOT NULL;--> statement-breakpoint
ALTER TABLE "merged_authors" ADD CONSTRAINT "merged_authors_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "merged_authors_author" ON "merged_authors" USING btree ("author_id");--> statement-breakpoint
ALTER TABLE "books" ADD CONSTRAINT "books_format" CHECK ("books"."format" in ('book', 'large_print', 'comic', 'ebook', 'audiobook', 'periodical', 'score', 'map', 'film'));