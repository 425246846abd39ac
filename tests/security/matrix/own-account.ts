import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { PrismaClient } from "@/prisma/generated/client/client";
import { aListOf } from "../../journeys/lists";
import { signedInVisitor, type Answered, type Visitor } from "../../journeys/visitor";
import type { Switches } from "./switches";

/** Two people who look after their own accounts: the first does something, and the second must not notice anything of it. */
type Scene = { readonly me: Visitor; readonly other: Visitor; readonly origin: string; readonly mine: Rows; readonly theirs: Rows };
type Rows = { readonly factor: string; readonly secondRole: string };
type Probe = (scene: Scene) => Promise<string>;

const FIRST = "konto-eins";
const SECOND = "konto-zwei";
const FROM = { _from: "/account/security" };
/** Where the rows of one person are reached; what else is asked on the way is the matrix's to notice. */
const OWN_ROWS = /^scope:lib\/(?:auth|factors|roster-imports)\//;
const TOTP_PAGE = "/account/security/totp";

const saidBy = ({ status, location }: Answered): string => `${status} ${location.replace(/echo=[^&#]*/, "echo").replace(/[0-9a-f-]{36}/, "id")}`;

/** What somebody can do to the own account, each answered with what its person gets to see. */
const PROBES: Readonly<Record<string, Probe>> = {
  "signs out": async ({ me }) => saidBy(await me.post("account.signOut", FROM)),
  "stays signed in": async ({ me }) => saidBy(await me.post("account.stay", FROM)),
  "ends the other sessions": async ({ me }) => saidBy(await me.post("account.endOthers", FROM)),
  "goes on in the other role": async ({ me, mine }) => saidBy(await me.post("account.switchRole", { ...FROM, membershipId: mine.secondRole })),
  "goes on in somebody else's role": async ({ me, theirs }) => saidBy(await me.post("account.switchRole", { ...FROM, membershipId: theirs.secondRole })),
  "asks what a passkey needs": async ({ me, origin }) => {
    const { status, text } = await me.send("POST", "/api/passkeys/register", { Origin: origin, "Content-Type": "application/x-www-form-urlencoded" }, "");
    return `${status} ${JSON.stringify((JSON.parse(text) as { excludeCredentials?: unknown }).excludeCredentials)}`;
  },
  "looks at an app that was not begun": async ({ me }) => secretOn(await me.get(TOTP_PAGE)) ?? "none",
  "begins an app": async ({ me }) => saidBy(await me.post("factors.beginTotp", FROM)),
  "confirms the app that was begun": async ({ me }) => {
    await me.post("factors.beginTotp", FROM);
    return confirmed(me, secretOn(await me.get(TOTP_PAGE)));
  },
  "confirms the app that somebody else began": async ({ me, other }) => confirmed(me, secretOn(await other.get(TOTP_PAGE))),
  "removes the only factor": async ({ me, mine }) => saidBy(await me.post("factors.remove", { ...FROM, id: mine.factor })),
  "removes somebody else's factor": async ({ me, theirs }) => saidBy(await me.post("factors.remove", { ...FROM, id: theirs.factor })),
  "reads a list of people": async ({ me, origin }) => saidBy(await me.send("POST", "/do/lists.read", { Origin: origin, "Content-Type": "multipart/form-data; boundary=list" }, listFile())),
  "gives somebody else's factor a name": async ({ me, theirs }) => saidBy(await me.post("factors.rename", { ...FROM, id: theirs.factor, name: "Meins" })),
};

/** What each probe shows of both accounts while these checks are switched off. */
export async function ownAccountProbes(origin: string, prisma: PrismaClient, controls: Switches) {
  const [first, second] = await twoAccounts(prisma);
  const shownWith = async (probe: Probe, names: readonly string[]): Promise<{ readonly shown: string; readonly asked: readonly string[] }> => {
    controls.weaken();
    const factors = await asInTheBeginning(prisma, first.id, second.id);
    const [me, twin, other] = [await signedInVisitor(origin, FIRST), await signedInVisitor(origin, FIRST), await signedInVisitor(origin, SECOND)];
    await other.post("factors.beginTotp", FROM);
    controls.asked();
    controls.weaken(...names);
    const seen = await probe({ me, other, origin, mine: { factor: factors.first, secondRole: first.memberships[1]!.id }, theirs: { factor: factors.second, secondRole: second.memberships[1]!.id } });
    const asked = controls.asked();
    controls.weaken();
    const alive = await Promise.all([twin, other].map(async (visitor) => (await visitor.get("/account")).status));
    return { asked, shown: [seen, ...alive, await stateOf(prisma, first.id), await stateOf(prisma, second.id)].join("\n") };
  };
  const normal = new Map<string, { readonly shown: string; readonly asked: readonly string[] }>();
  for (const [name, probe] of Object.entries(PROBES)) normal.set(name, await shownWith(probe, []));
  return {
    /** The conditions on what belongs to one person that one of them asks. */
    asked: new Set([...normal.values()].flatMap(({ asked }) => asked).filter((id) => OWN_ROWS.test(id))),
    /** Whether one of those who ask this condition sees or leaves something else without it. */
    notices: async (id: string): Promise<boolean> => {
      for (const [name, { shown, asked }] of normal) if (asked.includes(id) && (await shownWith(PROBES[name]!, [id])).shown !== shown) return true;
      return false;
    },
  };
}

/** A file with one person in it, as the form of the roster sends it. */
function listFile(): string {
  const part = (head: string, content: string): string => `--list\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
  const file = part('name="file"; filename="liste.csv"\r\nContent-Type: text/csv', "Name;Vorname;Geb.-Datum;Perso gültig bis\r\nEingelesen;Otto;31.12.1940;03/2031");
  return `${part('name="_key"', randomUUID())}${part('name="_from"', "/facility/residents/import")}${file}--list--\r\n`;
}

const PATTERN = /<code class="bk-code">([A-Z2-7 ]+)<\/code>/;
const secretOn = ({ text }: Answered): string | null => PATTERN.exec(text)?.[1]?.replaceAll(" ", "") ?? null;

async function confirmed(me: Visitor, secret: string | null): Promise<string> {
  if (secret === null) throw new Error("no app was begun");
  const code = new TOTP({ algorithm: "SHA1", digits: 6, period: 30, secret: Secret.fromBase32(secret) }).generate();
  return saidBy(await me.post("factors.confirmTotp", { ...FROM, name: "Handy", code }));
}

async function twoAccounts(prisma: PrismaClient) {
  const houses = await prisma.facility.findMany({ where: { kind: "NURSING_HOME", isActive: true }, orderBy: { id: "asc" }, take: 2 });
  const account = (name: string) =>
    prisma.user.create({
      data: { email: `${name}@demo.example`, displayName: `Konto ${name}`, memberships: { create: houses.map(({ id }) => ({ role: "FACILITY_STAFF" as const, facilityId: id })) } },
      include: { memberships: { orderBy: { createdAt: "asc" } } },
    });
  return [await account(FIRST), await account(SECOND)] as const;
}

/** Both have a passkey and nobody is signed in; the second one has a code on paper and a list of people that waits as well. Answers the two passkeys. */
async function asInTheBeginning(prisma: PrismaClient, first: string, second: string): Promise<{ readonly first: string; readonly second: string }> {
  const both = { userId: { in: [first, second] } };
  await prisma.session.updateMany({ where: { ...both, endedAt: null }, data: { endedAt: new Date() } });
  await prisma.factor.deleteMany({ where: both });
  await prisma.recoveryCode.deleteMany({ where: both });
  await prisma.recoveryCode.create({ data: { userId: second, salt: "none", codeHash: "none" } });
  await prisma.rosterImport.deleteMany({ where: both });
  await aListOf(prisma, { userId: second });
  const passkey = (userId: string) => prisma.factor.create({ data: { userId, kind: "PASSKEY", name: "Gerät", credentialId: `of-${userId}`, publicKey: "none", signCount: 0, transports: [], confirmedAt: new Date() } });
  const theirs = await passkey(second);
  return { first: (await passkey(first)).id, second: theirs.id };
}

/** What an account holds, without what differs from one time to the next. */
async function stateOf(prisma: PrismaClient, userId: string): Promise<string> {
  const sessions = await prisma.session.findMany({ where: { userId, endedAt: null }, orderBy: { createdAt: "asc" }, select: { membershipId: true } });
  const factors = await prisma.factor.findMany({ where: { userId }, orderBy: { createdAt: "asc" }, select: { kind: true, name: true, confirmedAt: true } });
  const codes = await prisma.recoveryCode.count({ where: { userId } });
  const lists = await prisma.rosterImport.count({ where: { userId } });
  return JSON.stringify([sessions, factors.map(({ kind, name, confirmedAt }) => [kind, name, confirmedAt !== null]), codes, lists]);
}
