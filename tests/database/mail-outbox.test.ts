import { LEASE_MS, leaseNextMail, markNotSent, markSent } from "@/lib/mail/lease";
import { deliverDueMails, type Delivery } from "@/lib/mail/deliver";
import { mailSender } from "@/lib/mail/send";
import type { Log } from "@/lib/log";
import { aMailOrder } from "../builders/records";
import { idOf, nextNumber } from "../builders/ids";
import { store } from "../builders/store";
import { closedPort, startSink, type Sink } from "../lib/mail/smtp";
import { calendarSample, samples } from "../emails/samples";
import { useDatabase } from "./database";

jest.setTimeout(60_000);
const database = useDatabase();
type Order = ReturnType<typeof aMailOrder>;
type Changes = NonNullable<Parameters<typeof aMailOrder>[0]>;

let sink: Sink;
beforeEach(async () => void (sink = await startSink()));
afterEach(async () => {
  await sink.close();
  await database.prisma().mailOrder.deleteMany();
});

const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const settings = { mode: "demo", mailFrom: "buergerkoffer@demo.example", officeEmail: "leitung@demo.example", origin: "http://localhost:3000", officePhone: "0231 50-00000" } as const;
const delivery = (smtpUrl = sink.url): Delivery => ({ send: mailSender({ ...settings, smtpUrl }, 2_000), settings, log, isStopping: () => false });
const deliver = (smtpUrl?: string) => deliverDueMails(delivery(smtpUrl));

/** Orders mails that are due now, each a second younger than the one before it. */
async function ordered(...changes: Changes[]): Promise<Order[]> {
  const now = await database.now();
  const mails = changes.map((change, index) => {
    const createdAt = new Date(now.getTime() - (changes.length - index) * 1_000);
    return aMailOrder({ facts: samples["request-accepted"], createdAt, nextAttemptAt: createdAt, ...change });
  });
  await store(database.prisma(), { mailOrder: mails });
  return mails;
}
const stored = (mail: Pick<Order, "id">) => database.prisma().mailOrder.findUniqueOrThrow({ where: { id: mail.id } });
const secondsFrom = async (instant: Date) => Math.round((instant.getTime() - (await database.now()).getTime()) / 1_000);
/** Lets a pending mail's next attempt be due, as if its pause were over. */
const pauseOver = (mail: Pick<Order, "id">) => database.prisma().mailOrder.update({ where: { id: mail.id }, data: { nextAttemptAt: new Date(0) } });
const code = { kind: "sign-in-code", facts: samples["sign-in-code"] } as const;
const aboutVisit = (visitId: string, sequence: number, more: Changes = {}) =>
  ({ kind: "visit-confirmed", facts: samples["visit-confirmed"], calendar: calendarSample({ sequence }), visitId, toAddress: "haus@haus.example", ...more }) satisfies Changes;
const aVisitId = () => idOf(`visit ${nextNumber()}`);

test("a due mail is sent once and marked with its time", async () => {
  const [mail] = await ordered({});
  expect(await deliver()).toBe(1);
  expect(await deliver()).toBe(0);
  expect(await stored(mail!)).toMatchObject({ state: "SENT", attempts: 1, lockedUntil: null, lastError: null, sentAt: expect.any(Date) as Date });
  expect(sink.taken.map((one) => one.mail.messageId)).toEqual([mail!.messageId]);
});

test("a mail that is not due yet waits", async () => {
  await ordered({ nextAttemptAt: new Date((await database.now()).getTime() + 60_000) });
  expect(await deliver()).toBe(0);
});

test("F-03: 451, then taken: tried again after a pause with the same Message-ID", async () => {
  const [mail] = await ordered({});
  sink.answers.push({ reply: 451, at: "data" });
  expect(await deliver()).toBe(0);
  const after = await stored(mail!);
  expect(after).toMatchObject({ state: "PENDING", attempts: 1, lastError: "refusedForNow 451", lockedUntil: null });
  expect(await secondsFrom(after.nextAttemptAt)).toBe(5);
  await pauseOver(mail!);
  expect(await deliver()).toBe(1);
  expect(await stored(mail!)).toMatchObject({ state: "SENT", attempts: 2, lastError: null });
  expect(sink.taken.map((one) => one.mail.messageId)).toEqual([mail!.messageId]);
});

test("F-04: 550: given up at the first try, the next mail goes on", async () => {
  const [refused, next] = await ordered({}, {});
  sink.answers.push({ reply: 550, at: "rcpt" });
  expect(await deliver()).toBe(1);
  expect(await stored(refused!)).toMatchObject({ state: "FAILED", attempts: 1, lastError: "refused 550", sentAt: null });
  expect(await stored(next!)).toMatchObject({ state: "SENT" });
});

test("F-01: nobody listens: the run ends after one mail, and all of them go out when the server is back", async () => {
  const mails = await ordered({}, {}, {});
  const port = await closedPort();
  expect(await deliver(`smtp://127.0.0.1:${port}`)).toBe(0);
  const states = await Promise.all(mails.map(stored));
  expect(states.map(({ attempts }) => attempts)).toEqual([1, 0, 0]);
  expect(states[0]).toMatchObject({ state: "PENDING", lastError: "serverAway" });
  await pauseOver(mails[0]!);
  const back = await startSink({}, port);
  expect(await deliver(back.url)).toBe(3);
  expect(back.taken).toHaveLength(3);
  await back.close();
});

test("F-05: a lost acknowledgement: the second copy carries the same Message-ID", async () => {
  const [mail] = await ordered({});
  sink.answers.push("takeAndHangUp");
  expect(await deliver()).toBe(0);
  expect(await stored(mail!)).toMatchObject({ state: "PENDING", lastError: "interrupted" });
  await pauseOver(mail!);
  expect(await deliver()).toBe(1);
  expect(sink.taken.map((one) => one.mail.messageId)).toEqual([mail!.messageId, mail!.messageId]);
});

test("several workers never send one mail twice", async () => {
  const mails = await ordered(...Array.from({ length: 30 }, () => ({})));
  const sent = await Promise.all(Array.from({ length: 6 }, () => deliver()));
  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(30);
  expect(sink.taken.map((one) => one.mail.messageId).sort()).toEqual(mails.map(({ messageId }) => messageId).sort());
});

test("F-08: what a dead worker had in hand is taken over when its lease ends, and only then", async () => {
  const [mail] = await ordered({});
  const leased = await leaseNextMail();
  expect(leased?.id).toBe(mail!.id);
  expect(await secondsFrom(leased!.lockedUntil)).toBe(LEASE_MS / 1_000);
  expect(await leaseNextMail()).toBeNull();
  await database.prisma().mailOrder.update({ where: { id: mail!.id }, data: { lockedUntil: new Date(0) } });
  expect(await deliver()).toBe(1);
  expect(await stored(mail!)).toMatchObject({ state: "SENT", attempts: 2 });
});

test("a worker that lost its lease can still say sent, but not that it failed", async () => {
  const [failing, sent] = await ordered({}, {});
  for (const mail of [failing!, sent!]) {
    const leased = (await leaseNextMail())!;
    expect(leased.id).toBe(mail.id);
    const lockedUntil = new Date(leased.lockedUntil.getTime() + LEASE_MS);
    await database.prisma().mailOrder.update({ where: { id: mail.id }, data: { lockedUntil } });
    if (mail === failing) await markNotSent(leased, { kind: "final", error: { code: "refused", reply: 550 } });
    else await markSent(leased);
  }
  expect(await stored(failing!)).toMatchObject({ state: "PENDING", lastError: null });
  expect(await stored(sent!)).toMatchObject({ state: "SENT", lockedUntil: null });
});

test("a sign-in code goes first, and nothing of it stays after sending", async () => {
  const [, mail] = await ordered({}, code);
  expect((await leaseNextMail())?.id).toBe(mail!.id);
  await database.prisma().mailOrder.updateMany({ data: { lockedUntil: null } });
  await deliver();
  expect(await stored(mail!)).toMatchObject({ state: "SENT", facts: {} });
  expect(sink.taken[0]!.mail.text).toContain("135790");
});

test("a sign-in code that is refused leaves nothing either", async () => {
  const [mail] = await ordered(code);
  sink.answers.push({ reply: 550, at: "data" });
  await deliver();
  expect(await stored(mail!)).toMatchObject({ state: "FAILED", facts: {} });
});

test("a sign-in code that expired while it waited is not sent", async () => {
  const createdAt = new Date((await database.now()).getTime() - 10 * 60_000);
  const [mail] = await ordered({ ...code, createdAt, nextAttemptAt: createdAt });
  expect(await deliver()).toBe(0);
  expect(await stored(mail!)).toMatchObject({ state: "FAILED", lastError: "expired", facts: {} });
  expect(sink.named).toEqual([]);
});

test("other mails keep their facts, for the log and for sending once more", async () => {
  const [mail] = await ordered({});
  await deliver();
  expect(await stored(mail!)).toMatchObject({ facts: samples["request-accepted"] });
});

test("a mail that cannot be written fails alone", async () => {
  const [broken, well] = await ordered({ kind: "of-yesterday" }, {});
  expect(await deliver()).toBe(1);
  expect(await stored(broken!)).toMatchObject({ state: "FAILED", lastError: "notWritable" });
  expect(await stored(well!)).toMatchObject({ state: "SENT" });
});

test("calendar entries of one visit arrive in their sequence, even if the first is deferred", async () => {
  const visitId = aVisitId();
  const [first] = await ordered(aboutVisit(visitId, 0), aboutVisit(visitId, 1), aboutVisit(visitId, 2));
  sink.answers.push({ reply: 451, at: "data" });
  expect(await deliver()).toBe(0);
  await pauseOver(first!);
  expect(await deliver()).toBe(3);
  const sequences = sink.taken.map(({ raw }) => sequenceIn(raw));
  expect(sequences).toEqual([0, 1, 2]);
});

test("six workers at once keep the sequence of every visit", async () => {
  const visits = Array.from({ length: 5 }, aVisitId);
  await ordered(...visits.flatMap((visitId) => [0, 1, 2].map((sequence) => aboutVisit(visitId, sequence, { toAddress: `${visitId}@haus.example` }))));
  for (let round = 0; round < 20 && sink.taken.length < 15; round += 1) await Promise.all(Array.from({ length: 6 }, () => deliver()));
  for (const visitId of visits) {
    expect(sink.taken.filter(({ to }) => to[0] === `${visitId}@haus.example`).map(({ raw }) => sequenceIn(raw))).toEqual([0, 1, 2]);
  }
});

test("a facility's broken mailbox does not hold up the office, nor other visits", async () => {
  const visitId = aVisitId();
  await ordered(
    aboutVisit(visitId, 0),
    { kind: "office-date-confirmed", facts: samples["office-date-confirmed"], visitId, toAddress: "leitung@demo.example" },
    aboutVisit(aVisitId(), 0),
  );
  sink.answers.push({ reply: 451, at: "rcpt" });
  expect(await deliver()).toBe(2);
});

test("an older mail that was given up holds up nothing", async () => {
  const visitId = aVisitId();
  await ordered(aboutVisit(visitId, 0), aboutVisit(visitId, 1));
  sink.answers.push({ reply: 550, at: "rcpt" });
  expect(await deliver()).toBe(1);
});

test("a worker that is stopping takes no further mail", async () => {
  await ordered({}, {});
  let asked = 0;
  expect(await deliverDueMails({ ...delivery(), isStopping: () => (asked += 1) > 1 })).toBe(1);
});

/** The SEQUENCE of the calendar entry in a raw mail; its parts are base64. */
function sequenceIn(raw: string): number {
  const parts = raw.split(/\r\n\r\n/).map((part) => Buffer.from(part.split(/\r\n--/)[0]!, "base64").toString("utf8"));
  const text = [raw, ...parts].find((part) => /SEQUENCE:\d/.test(part)) ?? "";
  return Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
}
