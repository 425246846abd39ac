import { recurring } from "@/lib/jobs/recurring";
import { runJobs } from "@/lib/jobs/run";
import type { JobContext, RecurringJob } from "@/lib/jobs/types";
import type { Log } from "@/lib/log";

const errors: string[] = [];
const log: Log = { info: () => undefined, warn: () => undefined, error: (event, _error, facts) => void errors.push(`${event} ${String(facts?.job)}`) };
const context = { log, send: async () => null, settings: { origin: "https://x.example", officePhone: "1", mailFrom: "a@x.example" } };
const job = (run: RecurringJob["run"], changes: Partial<RecurringJob> = {}): RecurringJob => ({ name: "job", every: 5, atOnce: 1, run, ...changes });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(() => errors.splice(0));

test("a job runs at once and then again and again", async () => {
  let runs = 0;
  const jobs = runJobs([job(async () => void (runs += 1))], context);
  expect(runs).toBe(1);
  await pause(60);
  await jobs.stop();
  expect(runs).toBeGreaterThan(2);
});

test.each([1, 3])("at most %d runs of a job go on beside one another", async (atOnce) => {
  let now = 0;
  let most = 0;
  const run = async () => {
    now += 1;
    most = Math.max(most, now);
    await pause(30);
    now -= 1;
  };
  const jobs = runJobs([job(run, { atOnce })], context);
  await pause(120);
  await jobs.stop();
  expect(most).toBe(atOnce);
});

test("a job that fails is logged, rests, and stops no other", async () => {
  let failing = 0;
  let well = 0;
  const fails = job(async () => { failing += 1; throw new Error("no"); }, { name: "fails" });
  const jobs = runJobs([fails, job(async () => void (well += 1), { name: "well" })], context, 10_000);
  await pause(60);
  await jobs.stop();
  expect([failing, errors]).toEqual([1, ["jobFailed fails"]]);
  expect(well).toBeGreaterThan(2);
});

test("a job that failed tries again after its rest", async () => {
  let runs = 0;
  const jobs = runJobs([job(async () => { runs += 1; throw new Error("no"); })], context, 10);
  await pause(100);
  await jobs.stop();
  expect(runs).toBeGreaterThan(1);
});

test("stopping waits for what is under way, tells it, and starts nothing more", async () => {
  let ended = false;
  let runs = 0;
  const run = async ({ isStopping }: JobContext) => {
    runs += 1;
    while (!isStopping()) await pause(1);
    await pause(20);
    ended = true;
  };
  const jobs = runJobs([job(run)], context);
  await pause(20);
  await jobs.stop();
  expect(ended).toBe(true);
  await pause(20);
  expect(runs).toBe(1);
});

test("everything recurring has a name of its own, and mails are looked for every second", () => {
  expect(new Set(recurring.map(({ name }) => name)).size).toBe(recurring.length);
  expect(recurring.find(({ name }) => name === "deliverMails")?.every).toBe(1_000);
});
