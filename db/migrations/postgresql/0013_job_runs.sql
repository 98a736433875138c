CREATE TABLE "job_runs" (
	"job" text collate "C" NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"lease_holder" text collate "C" NOT NULL,
	"lease_until" timestamp (3) with time zone NOT NULL,
	"attempt" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"outcome" text,
	"message" text,
	CONSTRAINT "job_runs_job_due_at_pk" PRIMARY KEY("job","due_at"),
	CONSTRAINT "job_runs_ended" CHECK (("job_runs"."ended_at" is null) = ("job_runs"."outcome" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "job_runs_one_open" ON "job_runs" USING btree ("job") WHERE "job_runs"."ended_at" is null;