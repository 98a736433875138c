/** When a job is due: every full hour, or every day at a time of the library's zone such as `03:10`. */
export type Schedule = 'hourly' | { daily: string };

/** What the library does for itself. Each domain exports its own; the registry lists them. */
export type Job = {
  /** As it is called on the command line, such as `sessions:clear`. */
  name: string;
  schedule: Schedule;
  /**
   * Does the work and says in a sentence what it did; what it throws is why it failed. It may be run again after a
   * crash. Where `signal` aborts, another process has taken over: it stops without finishing.
   */
  run: (context: JobContext) => Promise<string>;
};

export type JobContext = { now: Date; signal: AbortSignal };
