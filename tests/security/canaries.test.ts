import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PERSON } from "../journeys/hostile-forms";
import { mailsAt, type Mail } from "../journeys/mails";
import { usePortal } from "../journeys/portal";
import { aVisitor, signedInVisitor, type Answered, type Visitor } from "../journeys/visitor";
import { inTurns } from "./attacks/ground";
import { figure, sized } from "./size";

const folder = mkdtempSync(join(tmpdir(), "canaries-"));
const logFile = join(folder, "said.log");
const portal = usePortal({ logFile });
const origin = (): string => portal.origins()[0]!;
const JOURNEYS = sized({ sample: 20, full: 1_000 });
/** What every canary begins with; nothing else in the portal does. */
const MARK = "Zyxwvut";
const MAIL_LIMIT_MS = 120_000;
const AT_ONCE = 4;
/** The mailbox keeps the newest thousand mails; so many journeys send fewer. */
const BETWEEN_MAILS = 200;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Crowd = { readonly home: Visitor; readonly stranger: Visitor; readonly lead: Visitor; readonly nobody: Visitor };
/** The same people in browsers of their own: journeys go on beside each other. */
const twinsOf = ({ home, stranger, lead, nobody }: Crowd): Crowd => ({ home: home.twin(), stranger: stranger.twin(), lead: lead.twin(), nobody: nobody.twin() });
/** Where a name was found that must not be there. */
type Find = { readonly where: "address" | "error page" | "link"; readonly at: string };

describe("a person's name", () => {
  test("stands on the pages of those whom it concerns, and in no log, address, mail, metric or error page", async () => {
    const crowd: Crowd = { home: await signedInVisitor(origin(), "burgholz"), stranger: await signedInVisitor(origin(), "jva"), lead: await signedInVisitor(origin(), "leitung"), nobody: aVisitor(origin()) };
    const finds: Find[] = [];
    let shown = 0;
    let refused = 0;
    const mails = new Map<string, string>();
    for (let begin = 0; begin < JOURNEYS; begin += BETWEEN_MAILS) {
      await inTurns(Array.from({ length: Math.min(BETWEEN_MAILS, JOURNEYS - begin) }, () => `${MARK}-${randomUUID()}`), AT_ONCE, async (name) => {
        const walked = await walk(name, twinsOf(crowd), finds);
        shown += walked.shown;
        refused += walked.refused;
      });
      for (const mail of await allMails()) mails.set(mail.id, JSON.stringify(mail));
    }
    const inMails = count([...mails.values()].join("\n"));
    const log = readFileSync(logFile, "utf8");
    const metrics = (await Promise.all(["/api/health/live", "/api/health/ready"].map(async (path) => (await crowd.nobody.get(path)).text))).join("\n");
    figure("canary journeys", JOURNEYS);
    figure("canary names in addresses, links and error pages", finds.length);
    figure("canary names in mails", `${inMails} of ${mails.size}`);
    figure("canary names in logs", count(log));
    figure("canary names in metrics", count(metrics));
    expect({ finds: finds.slice(0, 10), mails: inMails, log: count(log), metrics: count(metrics) }).toEqual({ finds: [], mails: 0, log: 0, metrics: 0 });
    // The journeys went where names are: they were shown, refused, and told to nobody in the mails that did go out.
    expect(shown).toBeGreaterThanOrEqual(JOURNEYS * 3);
    expect(refused).toBeGreaterThanOrEqual(JOURNEYS * 4);
    expect(log.split("\n").length).toBeGreaterThan(2);
    expect(mails.size).toBeGreaterThan(JOURNEYS * 2);
  }, 3_600_000);
});

/** One person's way from the list to a declined request, with everything that goes wrong on it. */
async function walk(name: string, { home, stranger, lead, nobody }: Crowd, finds: Find[]): Promise<{ readonly shown: number; readonly refused: number }> {
  let shown = 0;
  let refused = 0;
  const seen = async (asking: Promise<Answered>): Promise<Answered> => {
    const answer = await asking;
    if (answer.location.includes(MARK)) finds.push({ where: "address", at: answer.location });
    const links = answer.text.match(/(?:href|src|action)="[^"]*Zyxwvut[^"]*"/g) ?? [];
    for (const link of links) finds.push({ where: "link", at: link });
    if (answer.status >= 400 && answer.text.includes(MARK)) finds.push({ where: "error page", at: `${answer.status}` });
    if (answer.status === 200 && answer.text.includes(name)) shown += 1;
    if (answer.status >= 400) refused += 1;
    return answer;
  };
  // The names resemble each other, and all of them were born on one day: the house says that they are different people.
  const typed = { ...PERSON, lastName: name, firstNames: `${name} zwei`, "bornOn.day": "7", "bornOn.month": "7", "bornOn.year": "1907", isOther: "on", _from: "/facility/residents/new" };
  const person = idIn((await seen(home.post("residents.add", typed))).location);
  await seen(home.get(`/facility/residents/${person}`));
  const wrong = await seen(home.post("residents.add", { ...typed, "bornOn.day": "31", "bornOn.month": "2" }));
  await seen(home.get(wrong.location.split("#")[0]!));
  await seen(stranger.get(`/facility/residents/${person}`));
  await seen(lead.post("residents.add", typed));
  await seen(nobody.post("residents.add", typed));
  await seen(home.send("POST", "/do/residents.add", { Origin: origin(), "Content-Type": "application/x-www-form-urlencoded" }, `lastName=${name}%00`));
  await seen(home.send("POST", "/do/residents.add", { Origin: origin(), "Content-Type": "multipart/form-data; boundary=x" }, `--x\r\nContent-Disposition: form-data; name="lastName"\r\n\r\n${name}`));
  const request = idIn((await seen(home.post("requests.draft", { residents: person, _from: "/facility/requests/new" }))).location);
  const version = async (): Promise<string> => String((await portal.prisma().visitRequest.findUniqueOrThrow({ where: { id: request } })).version);
  await seen(home.get(`/facility/requests/${request}`));
  await seen(home.post("requests.send", { id: request, version: await version(), informed: "on", note: `${name} wartet` }));
  await seen(lead.get(`/office/requests/${request}`));
  await seen(lead.post("intake.question", { id: request, version: await version(), reason: "DATES_UNSUITABLE", note: `Wann ist ${name} da?` }));
  await seen(home.get(`/facility/requests/${request}`));
  await seen(home.post("requests.answer", { id: request, version: await version(), informed: "on", note: `${name} ist immer da` }));
  await seen(lead.post("intake.decline", { id: request, version: await version(), reason: "DUPLICATE", note: `${name} steht schon da` }));
  await seen(home.get(`/facility/requests/${request}`));
  await seen(home.post("residents.markGone", { id: person, version: "999999" }));
  return { shown, refused };
}

const idIn = (location: string): string => /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(location)?.[0] ?? "none";
const count = (text: string): number => text.split(MARK).length - 1;

/** Every mail, once all orders have gone out. */
async function allMails(): Promise<readonly Mail[]> {
  const until = performance.now() + MAIL_LIMIT_MS;
  while (performance.now() < until && (await portal.prisma().mailOrder.count({ where: { state: "PENDING" } })) > 0) await new Promise((resolve) => setTimeout(resolve, 500));
  return mailsAt(portal.mailbox());
}
