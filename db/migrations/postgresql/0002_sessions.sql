CREATE TABLE "session_values" (
	"id_hash" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "session_values_id_hash_key_pk" PRIMARY KEY("id_hash","key")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text collate "C" PRIMARY KEY NOT NULL,
	"terms" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "session_values" ADD CONSTRAINT "session_values_id_hash_sessions_id_hash_fk" FOREIGN KEY ("id_hash") REFERENCES "public"."sessions"("id_hash") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");