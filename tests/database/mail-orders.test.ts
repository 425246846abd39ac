import { scopeOf } from "@/lib/auth/scope";
import { ROLES, type Actor, type Person } from "@/lib/auth/types";
import { resendMail } from "@/lib/mail-orders/commands";
import { listMailOrders, MAILS_PER_PAGE, mailsOfVisit, outboxLag } from "@/lib/mail-orders/queries";
import { orderMails } from "@/lib/mail/order";
import { inScope } from "@/lib/db/in-scope";
import { personAs } from "../builders/accounts";
import { aFacility } from "../builders/facilities";
import { aMailOrder } from "../builders/records";
import { aRequest, aVisit } from "../builders/requests";
import { signedIn, store } from "../builders/store";
import { calendarSample, samples } from "../emails/samples";
import { useDatabase } from "./database";

const database = useDatabase();
const portal: Actor = { kind: "system", job: "remindVisits" };
let lead: Person;
beforeAll(async () => void (lead = (await signedIn(database.prisma(), "TEAM_LEAD")).person));
afterEach(() => database.prisma().mailOrder.deleteMany());

type Order = ReturnType<typeof aMailOrder>;
async function ordered(...mails: Order[]): Promise<void> {
  await store(database.prisma(), { mailOrder: mails });
}
const ago = async (seconds: number) => new Date((await database.now()).getTime() - seconds * 1_000);
const stored = (mail: Pick<Order, "id">) => database.prisma().mailOrder.findUniqueOrThrow({ where: { id: mail.id } });
const failed = (more: Parameters<typeof aMailOrder>[0] = {}) => aMailOrder({ state: "FAILED", attempts: 3, lastError: "refused 550", ...more });

describe("the mail log", () => {
  test("lists kind, recipient, state, tries, error and reference, and nothing of what a mail says", async () => {
    const facility = aFacility();
    const visit = aVisit(facility);
    const request = aRequest({ facilityId: facility.id });
    await store(database.prisma(), { facility: [facility], visit: [visit], visitRequest: [request] });
    await ordered(
      failed({ kind: "visit-announced", visitId: visit.id, facilityId: facility.id, facts: { ...samples["visit-announced"], visitCode: "4711" } }),
      aMailOrder({ requestId: request.id, createdAt: await ago(5) }),
    );
    const { lines, count, pageCount } = await listMailOrders(scopeOf(lead), { page: 1 });
    expect([count, pageCount]).toEqual([2, 1]);
    expect(lines[0]).toMatchObject({ kind: "request-accepted", state: "PENDING", reference: request.reference, nextAttemptAt: expect.any(Date) as Date, canBeResent: false });
    expect(lines[1]).toMatchObject({ kind: "visit-announced", state: "FAILED", attempts: 3, lastError: { code: "refused", reply: 550 }, reference: visit.reference, nextAttemptAt: null, canBeResent: true });
    expect(JSON.stringify(lines)).not.toMatch(/4711|facts|calendar"/);
  });

  test("is read page by page and by state; a page that does not exist is the last one", async () => {
    const createdAt = await ago(60);
    await ordered(...Array.from({ length: MAILS_PER_PAGE + 1 }, () => aMailOrder({ createdAt })), failed());
    const scope = scopeOf(lead);
    const pages = await Promise.all([1, 2, 99].map((page) => listMailOrders(scope, { page })));
    expect(pages.map(({ lines, page }) => [lines.length, page])).toEqual([[MAILS_PER_PAGE, 1], [2, 2], [2, 2]]);
    expect(new Set(pages.slice(0, 2).flatMap(({ lines }) => lines.map(({ id }) => id))).size).toBe(MAILS_PER_PAGE + 2);
    expect(await listMailOrders(scope, { state: "FAILED", page: 1 })).toMatchObject({ count: 1 });
  });

  test.each(ROLES.filter((role) => role !== "TEAM_LEAD"))("R61: %s sees no mail and resends none", async (role) => {
    const visitId = aVisit(aFacility()).id;
    const mail = failed({ visitId });
    await ordered(mail);
    const person = personAs(role);
    expect(await listMailOrders(scopeOf(person), { page: 1 })).toMatchObject({ lines: [], count: 0 });
    expect(await mailsOfVisit(scopeOf(person), visitId)).toEqual([]);
    expect(await resendMail(person, { id: mail.id })).toEqual({ ok: false, refusal: { code: "notFound" } });
    expect(await stored(mail)).toMatchObject({ state: "FAILED" });
  });

  test("the mails of a visit are told in order", async () => {
    const visitId = aVisit(aFacility()).id;
    await ordered(aMailOrder({ visitId, kind: "visit-moved", createdAt: await ago(1) }), aMailOrder({ visitId, kind: "visit-announced", createdAt: await ago(9) }), aMailOrder());
    expect((await mailsOfVisit(scopeOf(lead), visitId)).map(({ kind }) => kind)).toEqual(["visit-announced", "visit-moved"]);
  });
});

describe("sending once more", () => {
  test("a failed mail waits again, with the same Message-ID, and it is on record who did it", async () => {
    const mail = failed();
    await ordered(mail);
    expect(await resendMail(lead, { id: mail.id })).toEqual({ ok: true, value: { id: mail.id } });
    expect(await stored(mail)).toMatchObject({ state: "PENDING", attempts: 0, lastError: null, messageId: mail.messageId });
    const entry = await database.prisma().auditEntry.findFirstOrThrow({ where: { action: "mailResent", subjectId: mail.id } });
    expect(entry).toMatchObject({ actorUserId: lead.userId, subjectKind: "mail", details: { kind: "request-accepted" } });
  });

  test("a sent mail can be sent once more", async () => {
    const mail = aMailOrder({ state: "SENT", sentAt: await ago(60) });
    await ordered(mail);
    expect(await resendMail(lead, { id: mail.id })).toMatchObject({ ok: true });
    expect(await stored(mail)).toMatchObject({ state: "PENDING", sentAt: null });
  });

  test("a sign-in code, a waiting mail and an old date are refused and stay as they are", async () => {
    const visitId = aVisit(aFacility()).id;
    const code = failed({ kind: "sign-in-code", facts: {} });
    const waiting = aMailOrder();
    const old = failed({ kind: "visit-announced", visitId, calendar: calendarSample({ sequence: 0 }), createdAt: await ago(60) });
    const newer = aMailOrder({ kind: "visit-moved", visitId, calendar: calendarSample({ sequence: 1 }), createdAt: await ago(30) });
    await ordered(code, waiting, old, newer);
    for (const mail of [code, waiting, old]) {
      expect(await resendMail(lead, { id: mail.id })).toEqual({ ok: false, refusal: { code: "mail.notResendable" } });
      expect((await stored(mail)).state).toBe(mail.state);
    }
  });

  test("of two presses at one time one wins", async () => {
    const mail = failed();
    await ordered(mail);
    const results = await Promise.all([resendMail(lead, { id: mail.id }), resendMail(lead, { id: mail.id })]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database.prisma().auditEntry.count({ where: { action: "mailResent", subjectId: mail.id } })).toBe(1);
  });

  test("a mail that does not exist is not found", async () => {
    expect(await resendMail(lead, { id: aMailOrder().id })).toEqual({ ok: false, refusal: { code: "notFound" } });
  });
});

describe("how far the worker is behind", () => {
  const lag = () => outboxLag(scopeOf(portal));

  test("nothing due: not at all", async () => {
    await ordered(failed(), aMailOrder({ nextAttemptAt: new Date((await database.now()).getTime() + 60_000) }), aMailOrder({ state: "SENT", sentAt: await ago(1) }));
    expect(await lag()).toBe(0);
  });

  test("as long as the oldest due mail waits", async () => {
    await ordered(aMailOrder({ nextAttemptAt: await ago(90) }), aMailOrder({ nextAttemptAt: await ago(30) }));
    expect(await lag()).toBe(90);
  });

  test("a mail in hand and one behind an older mail of its visit do not count", async () => {
    const visitId = aVisit(aFacility()).id;
    const pause = new Date((await database.now()).getTime() + 60_000);
    await ordered(
      aMailOrder({ nextAttemptAt: await ago(90), lockedUntil: pause }),
      aMailOrder({ visitId, nextAttemptAt: pause, createdAt: await ago(200) }),
      aMailOrder({ visitId, nextAttemptAt: await ago(80), createdAt: await ago(80) }),
    );
    expect(await lag()).toBe(0);
  });
});

test("an order keeps its Message-ID from the beginning, and a recurring mail is ordered once", async () => {
  const draft = { kind: "request-accepted", to: { address: "haus@haus.example", name: "x" }, facts: samples["request-accepted"], uniqueKey: "once" } as const;
  for (let time = 0; time < 2; time += 1) await inScope(scopeOf(portal), async (tx) => orderMails(tx, await database.now(), [draft]));
  const rows = await database.prisma().mailOrder.findMany();
  expect(rows).toHaveLength(1);
  expect(rows[0]!.messageId).toMatch(/^<[0-9a-f-]{36}@localhost>$/);
});
