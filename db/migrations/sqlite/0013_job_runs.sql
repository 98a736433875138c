CREATE TABLE `job_runs` (
	`job` text NOT NULL,
	`due_at` integer NOT NULL,
	`lease_holder` text NOT NULL,
	`lease_until` integer NOT NULL,
	`attempt` integer NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`outcome` text,
	`message` text,
	PRIMARY KEY(`job`, `due_at`),
	CONSTRAINT "job_runs_ended" CHECK(("job_runs"."ended_at" is null) = ("job_runs"."outcome" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `job_runs_one_open` ON `job_runs` (`job`) WHERE "job_runs"."ended_at" is null;