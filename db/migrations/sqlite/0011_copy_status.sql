DROP TRIGGER copies_counted;
--> statement-breakpoint
DROP TRIGGER copies_uncounted;
--> statement-breakpoint
DROP TRIGGER copies_condition_changed;
--> statement-breakpoint
DROP TRIGGER loans_opened;
--> statement-breakpoint
DROP TRIGGER loans_changed;
--> statement-breakpoint
DROP TRIGGER loans_deleted;
--> statement-breakpoint
DROP TRIGGER holds_opened;
--> statement-breakpoint
DROP TRIGGER holds_changed;
--> statement-breakpoint
DROP TRIGGER holds_deleted;
--> statement-breakpoint
DROP VIEW copies_not_on_loan;
--> statement-breakpoint
DROP VIEW copies_not_on_hold_shelf;
--> statement-breakpoint
DROP VIEW search_source;
--> statement-breakpoint
DROP VIEW search_available;
--> statement-breakpoint
-- Whether a reader can have a copy: said here, and nowhere else. What keeps it from readers is counted: that its condition is
-- not ok, a loan of it that is open, a hold that is ready for it. Unique indexes allow one of each. It is on the shelf, which
-- is to say available, where nothing does; else its state is what a reader is told instead.
CREATE VIEW copy_status AS SELECT
  copies.id AS copy_id,
  copies.book_id,
  copies.condition,
  CASE WHEN loans.id IS NOT NULL THEN 'on_loan'
    WHEN copies.condition <> 'ok' THEN copies.condition
    WHEN holds.id IS NOT NULL THEN 'on_hold_shelf'
    ELSE 'on_shelf' END AS state,
  loans.due_on,
  holds.pick_up_by AS held_until,
  (copies.condition <> 'ok') + (loans.id IS NOT NULL) + (holds.id IS NOT NULL) AS obstacles
FROM copies
LEFT JOIN loans ON loans.copy_id = copies.id AND loans.returned_at IS NULL
LEFT JOIN holds ON holds.copy_id = copies.id AND holds.closed_at IS NULL;
--> statement-breakpoint
-- How many are on the shelf is kept, exact at every commit: see record-counts.sql. Who takes an obstacle away gives a copy
-- back if none is left; who adds one takes a copy away if it is the only one.
CREATE TRIGGER copies_counted AFTER INSERT ON copies BEGIN
  UPDATE record_counts SET copies = copies + 1,
    copies_available = copies_available + (SELECT state = 'on_shelf' FROM copy_status WHERE copy_id = NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER copies_uncounted BEFORE DELETE ON copies BEGIN
  UPDATE record_counts SET copies = copies - 1,
    copies_available = copies_available - (SELECT state = 'on_shelf' FROM copy_status WHERE copy_id = OLD.id);
END;
--> statement-breakpoint
CREATE TRIGGER copies_condition_changed AFTER UPDATE OF condition ON copies
WHEN (OLD.condition = 'ok') <> (NEW.condition = 'ok') BEGIN
  UPDATE record_counts SET copies_available = copies_available
    + (SELECT count(*) FROM copy_status WHERE copy_id = NEW.id AND NEW.condition = 'ok' AND obstacles = 0)
    - (SELECT count(*) FROM copy_status WHERE copy_id = NEW.id AND NEW.condition <> 'ok' AND obstacles = 1);
END;
--> statement-breakpoint
CREATE TRIGGER loans_opened AFTER INSERT ON loans WHEN NEW.returned_at IS NULL BEGIN
  UPDATE record_counts SET copies_available = copies_available
    - (SELECT count(*) FROM copy_status WHERE copy_id = NEW.copy_id AND obstacles = 1);
END;
--> statement-breakpoint
CREATE TRIGGER loans_changed AFTER UPDATE OF copy_id, returned_at ON loans
WHEN OLD.copy_id IS NOT NEW.copy_id OR (OLD.returned_at IS NULL) <> (NEW.returned_at IS NULL) BEGIN
  UPDATE record_counts SET copies_available = copies_available
    + (SELECT count(*) FROM copy_status WHERE copy_id = OLD.copy_id AND OLD.returned_at IS NULL AND obstacles = 0)
    - (SELECT count(*) FROM copy_status WHERE copy_id = NEW.copy_id AND NEW.returned_at IS NULL AND obstacles = 1);
END;
--> statement-breakpoint
CREATE TRIGGER loans_deleted AFTER DELETE ON loans WHEN OLD.returned_at IS NULL BEGIN
  UPDATE record_counts SET copies_available = copies_available
    + (SELECT count(*) FROM copy_status WHERE copy_id = OLD.copy_id AND obstacles = 0);
END;
--> statement-breakpoint
CREATE TRIGGER holds_opened AFTER INSERT ON holds WHEN NEW.closed_at IS NULL BEGIN
  UPDATE record_counts SET copies_available = copies_available
    - (SELECT count(*) FROM copy_status WHERE copy_id = NEW.copy_id AND obstacles = 1);
END;
--> statement-breakpoint
CREATE TRIGGER holds_changed AFTER UPDATE OF copy_id, closed_at ON holds
WHEN OLD.copy_id IS NOT NEW.copy_id OR (OLD.closed_at IS NULL) <> (NEW.closed_at IS NULL) BEGIN
  UPDATE record_counts SET copies_available = copies_available
    + (SELECT count(*) FROM copy_status WHERE copy_id = OLD.copy_id AND OLD.closed_at IS NULL AND obstacles = 0)
    - (SELECT count(*) FROM copy_status WHERE copy_id = NEW.copy_id AND NEW.closed_at IS NULL AND obstacles = 1);
END;
--> statement-breakpoint
CREATE TRIGGER holds_deleted AFTER DELETE ON holds WHEN OLD.closed_at IS NULL BEGIN
  UPDATE record_counts SET copies_available = copies_available
    + (SELECT count(*) FROM copy_status WHERE copy_id = OLD.copy_id AND obstacles = 0);
END;
--> statement-breakpoint
CREATE VIEW search_available AS SELECT books.id AS book_id,
  EXISTS (SELECT 1 FROM copy_status WHERE copy_status.book_id = books.id AND copy_status.state = 'on_shelf') AS available
FROM books;
--> statement-breakpoint
-- Decades BCE: d_n43 is 430 to 421 BCE. The names are in a window's order: group_concat(… ORDER BY …) would make the whole file
-- unreadable to SQLite before 3.44.
CREATE VIEW search_source AS SELECT
  books.id AS book_id,
  books.title_key,
  books.title_keys,
  books.title_words AS title,
  coalesce((SELECT group_concat(trim(authors.words || ' ' || contributors.words), ' ')
    OVER (ORDER BY contributors.position ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    FROM contributors JOIN authors ON authors.id = contributors.author_id WHERE contributors.book_id = books.id LIMIT 1), '') AS names,
  books.other_words
    || coalesce((SELECT ' ' || group_concat(genres.words, ' ') FROM book_genres
      JOIN genres ON genres.id = book_genres.genre_id WHERE book_genres.book_id = books.id), '')
    || coalesce((SELECT ' ' || group_concat(copies.words, ' ') FROM copies WHERE copies.book_id = books.id), '') AS other,
  'f_' || books.format
    || coalesce(' l_' || replace(lower(books.language), '-', '_'), '')
    || CASE WHEN books.year >= 0 THEN ' d_' || (books.year / 10) WHEN books.year < 0 THEN ' d_n' || ((9 - books.year) / 10) ELSE '' END
    || coalesce((SELECT group_concat(' g_' || genre_id, '') FROM book_genres WHERE book_id = books.id), '')
    || coalesce((SELECT group_concat(' a_' || author_id, '') FROM (SELECT DISTINCT author_id FROM contributors WHERE book_id = books.id)), '')
    || CASE WHEN search_available.available THEN ' v_1' ELSE '' END AS facets,
  search_available.available
FROM books JOIN search_available ON search_available.book_id = books.id;
