import type { JobContext, RecurringJob } from "@/lib/jobs/types";

/** After a failure a job rests, so that a database that is away does not fill the log. */
export const REST_AFTER_FAILURE_MS = 5_000;

export type RunningJobs = { readonly stop: () => Promise<void> };

/** Runs the jobs until they are stopped. A run that fails is logged and concerns no other run; `stop` waits for the runs under way. */
export function runJobs(jobs: readonly RecurringJob[], context: Omit<JobContext, "isStopping">, restMs = REST_AFTER_FAILURE_MS): RunningJobs {
  let isStopping = false;
  const underWay = new Set<Promise<void>>();
  const whole: JobContext = { ...context, isStopping: () => isStopping };

  const timers = jobs.map((job) => {
    let runs = 0;
    let isResting = false;
    const start = (): void => {
      if (isStopping || isResting || runs >= job.atOnce) return;
      runs += 1;
      const run = runSafely(job, whole).then((isWell) => {
        runs -= 1;
        underWay.delete(run);
        if (isWell) return;
        isResting = true;
        setTimeout(() => (isResting = false), restMs).unref();
      });
      underWay.add(run);
    };
    start();
    return setInterval(start, job.every);
  });

  return {
    stop: async () => {
      isStopping = true;
      for (const timer of timers) clearInterval(timer);
      await Promise.all(underWay);
    },
  };
}

async function runSafely(job: RecurringJob, context: JobContext): Promise<boolean> {
  try {
    await job.run(context);
    return true;
  } catch (error) {
    context.log.error("jobFailed", error, { job: job.name });
    return false;
  }
}
