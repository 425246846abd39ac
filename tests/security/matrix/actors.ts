import type { Role } from "@/lib/auth/types";
import type { PrismaClient } from "@/prisma/generated/client/client";
import { aVisitor, signedInVisitor, type Visitor } from "../../journeys/visitor";
import { ownerOf, type Account, type Owner } from "../../journeys/people";

/** Who asks. `standing` is what the person's session is worth. */
export type Actor = {
  readonly name: string;
  readonly role: Role | null;
  readonly standing: "signed in" | "signed out" | "disabled" | "nobody";
  readonly owner: Owner;
  readonly visitor: Visitor;
};

/** Accounts beside those of the demo: a second person of a house, a second prison, and one whose account is closed after the sign-in. */
const MORE = [
  { account: "burgholz-zwei", role: "FACILITY_STAFF", like: "burgholz" },
  { account: "linde-gesperrt", role: "FACILITY_STAFF", like: "burgholz" },
  { account: "burgholz-fort", role: "FACILITY_STAFF", like: "burgholz" },
] as const;
const SIGNED_IN = [
  ["burgholz", "FACILITY_STAFF"],
  ["burgholz-zwei", "FACILITY_STAFF"],
  ["linde", "FACILITY_STAFF"],
  ["jva", "PRISON_SOCIAL_SERVICE"],
  ["jva-zwei", "PRISON_SOCIAL_SERVICE"],
  ["leitung", "TEAM_LEAD"],
  ["team1", "CREW"],
  ["team2", "CREW"],
  ["admin", "ADMINISTRATOR"],
  ["datenschutz", "DATA_PROTECTION_OFFICER"],
] as const satisfies readonly (readonly [string, Role])[];
const RESET_MS = 24 * 60 * 60_000;
const HOLD_MS = 90 * 24 * 60 * 60_000;
const NO_ROWS: Owner = { userId: "", facilityId: null, staffId: null };

/** Brings thirteen actors onto the stage; the rows of the second prison are those of a house that has become one. */
export async function actorsOn(origin: string, prisma: PrismaClient): Promise<readonly Actor[]> {
  for (const { account, role, like } of MORE) await addAccount(prisma, account, role, (await ownerOf(prisma, like)).facilityId!);
  await addAccount(prisma, "jva-zwei", "PRISON_SOCIAL_SERVICE", await aSecondPrison(prisma));
  const actors: Actor[] = [];
  for (const [account, role] of SIGNED_IN) {
    actors.push({ name: account, role, standing: "signed in", owner: await ownerOf(prisma, account as Account), visitor: await signedInVisitor(origin, account) });
  }
  await giveFactors(prisma, SIGNED_IN.map(([account]) => account));
  await askForResets(prisma);
  await setAHold(prisma);
  const disabled = await signedInVisitor(origin, "linde-gesperrt");
  await prisma.user.update({ where: { email: "linde-gesperrt@demo.example" }, data: { disabledAt: new Date() } });
  const leaving = await signedInVisitor(origin, "burgholz-fort");
  const left = leaving.twin();
  await leaving.post("account.signOut", { _from: "/facility" });
  return [
    ...actors,
    { name: "disabled account", role: "FACILITY_STAFF", standing: "disabled", owner: NO_ROWS, visitor: disabled },
    { name: "cookie after the sign-out", role: "FACILITY_STAFF", standing: "signed out", owner: NO_ROWS, visitor: left },
    { name: "nobody", role: null, standing: "nobody", owner: NO_ROWS, visitor: aVisitor(origin) },
  ];
}

async function addAccount(prisma: PrismaClient, account: string, role: Role, facilityId: string): Promise<void> {
  await prisma.user.create({ data: { email: `${account}@demo.example`, displayName: `Konto ${account}`, memberships: { create: { role, facilityId } } } });
}

/** Everybody has a passkey and one code on paper. */
async function giveFactors(prisma: PrismaClient, accounts: readonly string[]): Promise<void> {
  for (const account of accounts) {
    const { userId } = await ownerOf(prisma, account as Account);
    await prisma.factor.create({ data: { userId, kind: "PASSKEY", name: `Gerät von ${account}`, credentialId: `of-${account}`, publicKey: "none", signCount: 0, transports: [], confirmedAt: new Date() } });
    await prisma.recoveryCode.create({ data: { userId, salt: "none", codeHash: `of-${account}` } });
  }
}

/** Somebody of each house has lost every factor and waits for a second person; these accounts are not signed in. */
async function askForResets(prisma: PrismaClient): Promise<void> {
  for (const account of ["burgholz-sucht", "linde-sucht"] as const) {
    const { facilityId } = await ownerOf(prisma, account.replace("-sucht", "") as Account);
    await addAccount(prisma, account, "FACILITY_STAFF", facilityId!);
    const { userId } = await ownerOf(prisma, account as Account);
    const { userId: askedById } = await ownerOf(prisma, "leitung");
    await prisma.factorReset.create({ data: { userId, askedById, expiresAt: new Date(Date.now() + RESET_MS) } });
  }
}

/** The deletion of one request is suspended. */
async function setAHold(prisma: PrismaClient): Promise<void> {
  const request = await prisma.visitRequest.findFirstOrThrow({ where: { state: { not: "DRAFT" }, cases: { some: {} } } });
  const { userId: setById } = await ownerOf(prisma, "admin");
  await prisma.deletionHold.create({ data: { requestId: request.id, reason: "COMPLAINT", untilOn: new Date(Date.now() + HOLD_MS), setById } });
}

/** A house with people, requests and announced visits, other than those of the actors, becomes a prison. */
async function aSecondPrison(prisma: PrismaClient): Promise<string> {
  const known = await prisma.membership.findMany({ where: { facilityId: { not: null }, user: { email: { in: SIGNED_IN.map(([account]) => `${account}@demo.example`) } } } });
  const house = await prisma.facility.findFirstOrThrow({
    where: { kind: "NURSING_HOME", id: { notIn: known.map(({ facilityId }) => facilityId!) }, requests: { some: { state: { in: ["SENT", "QUESTIONED", "ACCEPTED"] } } }, visits: { some: { state: { in: ["ANNOUNCED", "CONFIRMED"] } } } },
  });
  await prisma.facility.update({ where: { id: house.id }, data: { kind: "PRISON" } });
  return house.id;
}
