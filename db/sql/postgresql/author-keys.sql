-- books.author_key is the sort key of whoever comes first; what nobody had a part in stands after all others.
CREATE OR REPLACE FUNCTION first_author_key(integer) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT authors.sort_key FROM contributors JOIN authors ON authors.id = contributors.author_id
    WHERE contributors.book_id = $1 ORDER BY contributors.position LIMIT 1), '􏿿')
$$;
--> statement-breakpoint
-- The rows of a statement at once; books are locked in the order of their ids, whoever else writes.
CREATE OR REPLACE FUNCTION credit_books(integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM books WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE;
  UPDATE books SET author_key = first_author_key(id) WHERE id = ANY ($1) AND author_key <> first_author_key(id);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION books_author_credited() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM credit_books((SELECT array_agg(DISTINCT book_id) FROM changed));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION books_author_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM credit_books((SELECT array_agg(DISTINCT book_id) FROM (SELECT book_id FROM before UNION SELECT book_id FROM changed) AS both_sides));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION books_author_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
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
