import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { CONFIGURATION_EXIT_CODE } from "@/lib/env";
import { aMailOrder } from "../builders/records";
import { store } from "../builders/store";
import { samples } from "../emails/samples";
import { closedPort, startSilent, startSink, type Sink } from "../lib/mail/smtp";
import { useDatabase } from "./database";

/** The real worker as a process of its own. */
jest.setTimeout(60_000);
const database = useDatabase();
const root = join(__dirname, "..", "..");
const workers: Worker[] = [];
const servers: { readonly close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const { child } of workers.splice(0)) if (child.exitCode === null) child.kill("SIGKILL");
  for (const server of servers.splice(0)) await server.close();
  await database.prisma().mailOrder.deleteMany();
});

async function sinkFor(options: Parameters<typeof startSink>[0] = {}): Promise<Sink> {
  const sink = await startSink(options);
  servers.push(sink);
  return sink;
}

type Worker = { readonly child: ChildProcess; readonly lines: () => readonly string[]; readonly said: (event: string) => Promise<void>; readonly ended: Promise<number | null>; readonly errors: () => string };

function startWorker(settings: Record<string, string> = {}): Worker {
  const env = { ...process.env, DATABASE_URL: "", WORKER_DATABASE_URL: database.workerUrl(), ...settings };
  const child = spawn(process.execPath, ["--import", "tsx", "worker.ts"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const lines = () => out.split("\n").filter((line) => line !== "");
  const worker: Worker = {
    child,
    lines,
    errors: () => err,
    said: (event) => until(() => out.includes(`"event":"${event}"`), () => `${event} in: ${out}${err}`),
    ended: once(child, "exit").then(([code]) => code as number | null),
  };
  workers.push(worker);
  return worker;
}

async function until(holds: () => boolean | Promise<boolean>, what: () => string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`did not happen: ${what()}`);
}

async function ordered(): Promise<ReturnType<typeof aMailOrder>> {
  const now = await database.now();
  const mail = aMailOrder({ facts: samples["request-accepted"], createdAt: now, nextAttemptAt: now, toName: "Zyxwvut", toAddress: "zyxwvut@haus.example" });
  await store(database.prisma(), { mailOrder: [mail] });
  return mail;
}
const stateOf = async ({ id }: { id: string }) => (await database.prisma().mailOrder.findUniqueOrThrow({ where: { id } })).state;

test("sends what is ordered while it runs, says nothing personal, and stops cleanly on SIGTERM", async () => {
  const sink = await sinkFor();
  const worker = startWorker({ SMTP_URL: sink.url });
  await worker.said("workerStarted");
  const mail = await ordered();
  await until(async () => (await stateOf(mail)) === "SENT", () => worker.lines().join("\n"));
  worker.child.kill("SIGTERM");
  expect(await worker.ended).toBe(0);
  expect(sink.taken.map((one) => one.mail.messageId)).toEqual([mail.messageId]);
  for (const line of worker.lines()) expect(JSON.parse(line)).toMatchObject({ service: "worker", time: expect.any(String) as string, event: expect.any(String) as string });
  expect(worker.lines().at(-1)).toContain("workerStopped");
  expect(worker.lines().join()).not.toMatch(/zyxwvut/i);
});

test("on SIGTERM it finishes the mail in hand", async () => {
  const sink = await sinkFor({ onMailFrom: (_address, _session, done) => void setTimeout(() => done(), 1_500) });
  const worker = startWorker({ SMTP_URL: sink.url });
  const mail = await ordered();
  await until(async () => (await database.prisma().mailOrder.count({ where: { attempts: 1 } })) === 1, () => "leased");
  worker.child.kill("SIGTERM");
  expect(await worker.ended).toBe(0);
  expect(await stateOf(mail)).toBe("SENT");
});

test("a mail server that hangs does not keep it from stopping within five seconds", async () => {
  const silent = await startSilent(() => undefined);
  servers.push(silent);
  const worker = startWorker({ SMTP_URL: silent.url });
  await ordered();
  await until(async () => (await database.prisma().mailOrder.count({ where: { attempts: 1 } })) === 1, () => "leased");
  const asked = Date.now();
  worker.child.kill("SIGTERM");
  expect(await worker.ended).toBe(0);
  expect(Date.now() - asked).toBeLessThan(6_500);
});

test("it waits for a database that is away, with a log line, and can be stopped meanwhile", async () => {
  const worker = startWorker({ WORKER_DATABASE_URL: `postgresql://postgres@127.0.0.1:${await closedPort()}/none` });
  await worker.said("databaseAway");
  worker.child.kill("SIGTERM");
  expect(await worker.ended).toBe(0);
});

test("it survives that its connections to the database are cut", async () => {
  const sink = await sinkFor();
  const worker = startWorker({ SMTP_URL: sink.url });
  await worker.said("workerStarted");
  await database.prisma().$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
  const mail = await ordered();
  await until(async () => (await stateOf(mail)) === "SENT", () => worker.lines().join("\n"));
  expect(worker.child.exitCode).toBeNull();
});

test("a wrong setting is one sentence and the exit code for it", async () => {
  const worker = startWorker({ SMTP_URL: "mail.example" });
  expect(await worker.ended).toBe(CONFIGURATION_EXIT_CODE);
  expect(worker.errors()).toContain("SMTP_URL muss eine Adresse wie smtp://mail.example:587 sein.");
  expect(worker.errors()).not.toMatch(/\n\s+at /);
});

test("it does not work on a database whose guards are missing", async () => {
  await database.prisma().$executeRaw`ALTER TABLE "Reservation" RENAME CONSTRAINT reservation_no_overlap TO hidden`;
  try {
    const worker = startWorker();
    expect(await worker.ended).toBe(CONFIGURATION_EXIT_CODE);
    expect(worker.errors()).toContain("reservation_no_overlap");
  } finally {
    await database.prisma().$executeRaw`ALTER TABLE "Reservation" RENAME CONSTRAINT hidden TO reservation_no_overlap`;
  }
});
