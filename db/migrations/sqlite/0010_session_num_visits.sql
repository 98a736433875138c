-- The count of visits has another name now. A session that has both, because a version between the two wrote it, gets
-- their sum.
INSERT INTO session_values (id_hash, key, value)
  SELECT id_hash, 'num_visits', value FROM session_values WHERE key = 'visits'
  ON CONFLICT (id_hash, key) DO UPDATE
    SET value = cast(cast(session_values.value AS bigint) + cast(excluded.value AS bigint) AS text);
--> statement-breakpoint
DELETE FROM session_values WHERE key = 'visits';
