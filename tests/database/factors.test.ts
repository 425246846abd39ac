import { Secret, TOTP } from "otpauth";
import { openChallenge, takeChallenge } from "@/lib/auth/passkey-challenges";
import { proveByCode, proveByDemo, proveByPasskey } from "@/lib/auth/prove";
import { sessionOf, type CurrentSession } from "@/lib/auth/sessions";
import type { Role } from "@/lib/auth/types";
import { seal } from "@/lib/crypto/seal";
import { askReset, confirmReset, refuseReset } from "@/lib/factor-resets/commands";
import { openResets, resetCandidates } from "@/lib/factor-resets/queries";
import { beginTotp, byHolder, byPerson, confirmTotp, removeFactor, renewRecoveryCodes } from "@/lib/factors/commands";
import { openTotp } from "@/lib/factors/queries";
import { secretContext } from "@/lib/factors/types";
import { clearLeftovers } from "@/lib/jobs/clear-leftovers";
import { aFactor } from "../builders/accounts";
import { aFacility } from "../builders/facilities";
import { signedIn, store, type SignedIn } from "../builders/store";
import { useDatabase } from "./database";
import { refusalOf, valueOf } from "./desk";

const database = useDatabase();
const prisma = () => database.prisma();

/** A session that has its first factor alone. */
async function claimant(role: Role, facility?: { id: string; name: string }): Promise<SignedIn> {
  const one = await signedIn(prisma(), role, facility ? { facility } : {});
  await prisma().session.update({ where: { id: one.person.sessionId }, data: { factorAt: null, factorWay: null } });
  return one;
}

async function current({ token }: SignedIn): Promise<CurrentSession> {
  const session = await sessionOf(token);
  if (!session) throw new Error("no session");
  return session;
}

const codeAt = (secret: string, at: Date): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

/** Gives somebody an app and answers its secret. */
async function appOf({ person }: SignedIn): Promise<string> {
  const secret = new Secret({ size: 20 }).base32;
  const factor = aFactor({ userId: person.userId });
  await store(prisma(), { factor: [{ ...factor, sealedSecret: seal(secret, secretContext(factor.id)) }] });
  return secret;
}

describe("a session that owes its second factor", () => {
  test.each(["TEAM_LEAD", "ADMINISTRATOR", "DATA_PROTECTION_OFFICER"] as const)("of a %s has a holder and no person, for half an hour", async (role) => {
    const one = await claimant(role);
    expect(await current(one)).toMatchObject({ person: null, holder: { userId: one.person.userId, isRequired: true } });
    const { createdAt } = await prisma().session.findUniqueOrThrow({ where: { id: one.person.sessionId } });
    await prisma().session.update({ where: { id: one.person.sessionId }, data: { createdAt: new Date(createdAt.getTime() - 30 * 60_000) } });
    expect(await sessionOf(one.token)).toBeNull();
  });

  test("sets up its first app, which proves it and changes the cookie's value", async () => {
    const one = await claimant("TEAM_LEAD");
    const found = byHolder(await current(one));
    if (!("by" in found)) throw new Error(found.refusal.code);
    valueOf(await beginTotp(found.by));
    const setUp = await openTotp(found.by);
    const added = valueOf(await confirmTotp(found.by, { name: "Diensthandy", code: codeAt(setUp!.secret, await database.now()) }));
    expect(added.codes).toHaveLength(10);
    expect(await sessionOf(one.token)).toBeNull();
    expect((await sessionOf(added.token))?.person).toMatchObject({ userId: one.person.userId });
    expect(JSON.stringify(await prisma().submission.findMany({ where: { userId: one.person.userId } }))).not.toContain(added.codes[0]!);
  });

  test("does not set up a second one before the first is proved", async () => {
    const one = await claimant("FACILITY_STAFF", await aStoredHouse());
    await appOf(one);
    expect(byHolder(await current(one))).toEqual({ refusal: { code: "factor.notNow" } });
  });

  test("is not paid by the demo's click unless it began with it", async () => {
    const one = await claimant("TEAM_LEAD");
    expect(refusalOf(await proveByDemo(await current(one))).code).toBe("auth.demoOnly");
  });
});

describe("codes", () => {
  test("of one step open one of twenty doors that are tried at once", async () => {
    const one = await claimant("TEAM_LEAD");
    const secret = await appOf(one);
    const session = await current(one);
    const code = codeAt(secret, await database.now());
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => proveByCode(session, { code })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("from recovery work once, at once or one after the other", async () => {
    const one = await signedIn(prisma(), "TEAM_LEAD");
    await appOf(one);
    const { codes } = valueOf(await renewRecoveryCodes(one.person));
    const session = await current(one);
    const both = await Promise.all([proveByCode(session, { code: codes[0]! }), proveByCode(session, { code: codes[0]! })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await prisma().recoveryCode.count({ where: { userId: one.person.userId, usedAt: null } })).toBe(9);
  });

  test("of somebody else are worth nothing", async () => {
    const [one, other] = [await claimant("TEAM_LEAD"), await claimant("ADMINISTRATOR")];
    const secret = await appOf(one);
    await appOf(other);
    expect(refusalOf(await proveByCode(await current(other), { code: codeAt(secret, await database.now()) })).code).toBe("factor.wrong");
  });

  test("that are wrong make the next try wait, in every session of the account and of nobody else", async () => {
    const [one, other] = [await claimant("TEAM_LEAD"), await claimant("ADMINISTRATOR")];
    const secrets = [await appOf(one), await appOf(other)];
    for (let time = 0; time < 3; time += 1) expect(refusalOf(await proveByCode(await current(one), { code: "ZZZZZZZZZZZZ" })).code).toBe("factor.wrong");
    const now = await database.now();
    expect(refusalOf(await proveByCode(await current(one), { code: codeAt(secrets[0]!, now) }))).toMatchObject({ code: "factor.wait" });
    expect((await proveByCode(await current(other), { code: codeAt(secrets[1]!, now) })).ok).toBe(true);
  });
});

describe("a passkey's challenge", () => {
  test("is taken once, of its own session and purpose, and within five minutes", async () => {
    const [one, other] = [await current(await signedIn(prisma(), "TEAM_LEAD")), await current(await signedIn(prisma(), "TEAM_LEAD"))];
    const options = (await openChallenge(one.holder, "REGISTER")) as { challenge: string; authenticatorSelection: unknown; rp: unknown };
    expect(options).toMatchObject({ rp: { id: "localhost" }, authenticatorSelection: { userVerification: "required" } });
    expect(await takeChallenge(other.holder.sessionId, "REGISTER")).toBeNull();
    expect(await takeChallenge(one.holder.sessionId, "PROVE")).toBeNull();
    const taken = await Promise.all([takeChallenge(one.holder.sessionId, "REGISTER"), takeChallenge(one.holder.sessionId, "REGISTER")]);
    expect(taken.filter((value) => value !== null)).toEqual([options.challenge]);
    await openChallenge(one.holder, "REGISTER");
    await prisma().factorChallenge.updateMany({ data: { expiresAt: await database.now() } });
    expect(await takeChallenge(one.holder.sessionId, "REGISTER")).toBeNull();
  });

  test("is used up by an answer that is none", async () => {
    const one = await claimant("TEAM_LEAD");
    const passkey = aFactor({ userId: one.person.userId, kind: "PASSKEY", sealedSecret: null, credentialId: `key-${one.person.userId}`, publicKey: "pQ", signCount: 0n });
    await store(prisma(), { factor: [passkey] });
    const session = await current(one);
    await openChallenge(session.holder, "PROVE");
    const response = JSON.stringify({ id: passkey.credentialId, rawId: passkey.credentialId, type: "public-key", response: {}, clientExtensionResults: {} });
    expect(refusalOf(await proveByPasskey(session, { response })).code).toBe("factor.wrong");
    expect(await prisma().factorChallenge.count({ where: { sessionId: session.holder.sessionId } })).toBe(0);
  });
});

describe("an own factor", () => {
  test("of somebody else cannot be taken away, the last required one neither, the last voluntary one can", async () => {
    const [lead, crew] = [await signedIn(prisma(), "TEAM_LEAD"), await signedIn(prisma(), "FACILITY_STAFF", { facility: await aStoredHouse() })];
    await appOf(lead);
    await appOf(crew);
    const idOf = async ({ person }: SignedIn) => (await prisma().factor.findFirstOrThrow({ where: { userId: person.userId } })).id;
    expect(refusalOf(await removeFactor(crew.person, { id: await idOf(lead) })).code).toBe("notFound");
    expect(refusalOf(await removeFactor(lead.person, { id: await idOf(lead) })).code).toBe("factor.lastRequired");
    expect((await removeFactor(crew.person, { id: await idOf(crew) })).ok).toBe(true);
  });

  test("that was begun and never confirmed is cleared away", async () => {
    const one = await signedIn(prisma(), "TEAM_LEAD");
    valueOf(await beginTotp(byPerson(one.person)));
    await clearLeftovers();
    expect(await prisma().factor.count({ where: { userId: one.person.userId } })).toBe(1);
    await prisma().factor.updateMany({ where: { userId: one.person.userId }, data: { createdAt: new Date(0) } });
    await clearLeftovers();
    expect(await prisma().factor.count({ where: { userId: one.person.userId } })).toBe(0);
  });
});

describe("restoring access", () => {
  test("takes two people, ends factors, codes and sessions, and tells the person", async () => {
    const [lead, admin, lost] = [await signedIn(prisma(), "TEAM_LEAD"), await signedIn(prisma(), "ADMINISTRATOR"), await signedIn(prisma(), "DATA_PROTECTION_OFFICER")];
    await appOf(lost);
    valueOf(await renewRecoveryCodes(lost.person));
    const { id } = valueOf(await askReset(lead.person, { userId: lost.person.userId }));
    expect(await prisma().factor.count({ where: { userId: lost.person.userId } })).toBe(1);
    expect(refusalOf(await askReset(admin.person, { userId: lost.person.userId })).code).toBe("reset.alreadyAsked");
    expect(refusalOf(await confirmReset(lead.person, { id })).code).toBe("reset.secondPersonNeeded");
    expect((await openResets(lead.person)).find((one) => one.id === id)?.standing).toBe("ASKED_ONESELF");
    expect((await openResets(admin.person)).find((one) => one.id === id)?.standing).toBe("MAY_CONFIRM");
    valueOf(await confirmReset(admin.person, { id }));
    expect(await prisma().factor.count({ where: { userId: lost.person.userId } })).toBe(0);
    expect(await prisma().recoveryCode.count({ where: { userId: lost.person.userId } })).toBe(0);
    expect(await sessionOf(lost.token)).toBeNull();
    expect((await prisma().mailOrder.findMany({ where: { toAddress: lost.person.email } })).map(({ kind }) => kind)).toEqual(expect.arrayContaining(["factor-reset-asked", "factor-reset"]));
    expect(refusalOf(await confirmReset(admin.person, { id })).code).toBe("reset.over");
    expect((await prisma().auditEntry.findMany({ where: { subjectId: lost.person.userId } })).map(({ action }) => action)).toEqual(expect.arrayContaining(["factorResetAsked", "factorResetConfirmed"]));
  });

  test("is not for the own account, and not confirmed for it either", async () => {
    const [lead, admin] = [await signedIn(prisma(), "TEAM_LEAD"), await signedIn(prisma(), "ADMINISTRATOR")];
    await appOf(lead);
    await appOf(admin);
    expect(refusalOf(await askReset(lead.person, { userId: lead.person.userId })).code).toBe("reset.ownFactors");
    const { id } = valueOf(await askReset(lead.person, { userId: admin.person.userId }));
    expect(refusalOf(await confirmReset(admin.person, { id })).code).toBe("reset.ownFactors");
    valueOf(await refuseReset(lead.person, { id }));
    expect(await prisma().factor.count({ where: { userId: admin.person.userId } })).toBe(1);
  });

  test("a house asks for its own people alone, and confirms nothing", async () => {
    const [house, other] = [await aStoredHouse(), await aStoredHouse()];
    const asker = await signedIn(prisma(), "FACILITY_STAFF", { facility: house });
    const [colleague, stranger, lead] = [await signedIn(prisma(), "FACILITY_STAFF", { facility: house }), await signedIn(prisma(), "FACILITY_STAFF", { facility: other }), await signedIn(prisma(), "TEAM_LEAD")];
    for (const one of [colleague, stranger, lead]) await appOf(one);
    expect((await resetCandidates(asker.person)).map(({ id }) => id)).toEqual([colleague.person.userId]);
    for (const one of [stranger, lead]) expect(refusalOf(await askReset(asker.person, { userId: one.person.userId })).code).toBe("notFound");
    const { id } = valueOf(await askReset(asker.person, { userId: colleague.person.userId }));
    expect((await openResets(asker.person)).map((one) => [one.id, one.standing])).toEqual([[id, "OTHERS_DECIDE"]]);
    const neighbour = await signedIn(prisma(), "FACILITY_STAFF", { facility: other });
    expect(await openResets(neighbour.person)).toEqual([]);
    valueOf(await confirmReset(lead.person, { id }));
  });

  test("may be asked for again when nobody confirmed in time", async () => {
    const [lead, lost] = [await signedIn(prisma(), "TEAM_LEAD"), await signedIn(prisma(), "ADMINISTRATOR")];
    await appOf(lost);
    valueOf(await askReset(lead.person, { userId: lost.person.userId }));
    await prisma().factorReset.updateMany({ where: { userId: lost.person.userId }, data: { expiresAt: await database.now() } });
    expect((await askReset(lead.person, { userId: lost.person.userId })).ok).toBe(true);
  });
});

async function aStoredHouse(): Promise<{ id: string; name: string }> {
  const facility = aFacility();
  await store(prisma(), { facility: [facility] });
  return facility;
}
