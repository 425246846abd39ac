import type { Delivery } from "@/lib/mail/deliver";

/** What the worker hands to every job. */
export type JobContext = Delivery;

/** Work that comes round: every so many milliseconds, with at most `atOnce` runs beside one another. */
export type RecurringJob = {
  readonly name: string;
  readonly every: number;
  readonly atOnce: number;
  readonly run: (context: JobContext) => Promise<unknown>;
};
