CREATE FUNCTION first_author_key(integer) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT authors.sort_key FROM contributors JOIN authors ON authors.id = contributors.author_id
    WHERE contributors.book_id = $1 ORDER BY contributors.position LIMIT 1), '􏿿')
$$;
--> statement-breakpoint
ALTER TABLE "books" ADD COLUMN "author_key" text collate "C" DEFAULT '􏿿' NOT NULL;--> statement-breakpoint
UPDATE books SET author_key = first_author_key(id);--> statement-breakpoint
CREATE INDEX "books_author" ON "books" USING btree ("author_key","sort_key","id");--> statement-breakpoint
CREATE INDEX "books_year" ON "books" USING btree (coalesce(-"year", 2147483647),"sort_key","id");
--> statement-breakpoint
-- The rows of a statement at once; books are locked in the order of their ids, whoever else writes.
CREATE FUNCTION credit_books(integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM books WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE;
  UPDATE books SET author_key = first_author_key(id) WHERE id = ANY ($1) AND author_key <> first_author_key(id);
END $$;
--> statement-breakpoint
CREATE FUNCTION books_author_credited() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM credit_books((SELECT array_agg(DISTINCT book_id) FROM changed));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION books_author_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM credit_books((SELECT array_agg(DISTINCT book_id) FROM (SELECT book_id FROM before UNION SELECT book_id FROM changed) AS both_sides));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION books_author_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM credit_books((SELECT array_agg(DISTINCT book_id) FROM contributors WHERE author_id IN
    (SELECT changed.id FROM changed JOIN before ON before.id = changed.id WHERE before.sort_key <> changed.sort_key)));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER books_author_credited AFTER INSERT ON contributors REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION books_author_credited();
--> statement-breakpoint
CREATE TRIGGER books_author_uncredited AFTER DELETE ON contributors REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION books_author_credited();
--> statement-breakpoint
CREATE TRIGGER books_author_changed AFTER UPDATE ON contributors REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION books_author_changed();
--> statement-breakpoint
CREATE TRIGGER books_author_renamed AFTER UPDATE ON authors REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION books_author_renamed();
