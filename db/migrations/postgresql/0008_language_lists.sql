DROP INDEX "books_language";--> statement-breakpoint
CREATE INDEX "books_language" ON "books" USING btree ("language","sort_key","id");