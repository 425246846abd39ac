import { recordAudit } from "@/lib/audit/record";
import type { CityRefusal } from "@/lib/audit/details";
import type { AuditDraft } from "@/lib/audit/types";
import type { ProviderPerson } from "@/lib/auth/claims";
import type { Device } from "@/lib/auth/device";
import { CITY_ROLES, type CityRole } from "@/lib/auth/provider-settings";
import { scopeOf } from "@/lib/auth/scope";
import { beginSession, endSessionsOf, hashOf } from "@/lib/auth/sessions";
import type { Role, SystemActor } from "@/lib/auth/types";
import type { Tx } from "@/lib/db/client";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { done, refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";

const portal: SystemActor = { kind: "system", job: "sign-in" };

/**
 * Begins a session for a person whom the city's own sign-in vouches for. Its claims decide the roles anew each time: a role that is gone ends, and with it every
 * session; a facility's role neither comes nor goes this way. Refuses whom the city gives no role of the portal, a closed account, an address that belongs to a
 * facility, and an address that another identifier of the city already holds.
 */
export async function enterByProvider(issuer: string, person: ProviderPerson, device: Device): Promise<Outcome<{ token: string }, Refusal>> {
  const providerKey = hashOf(`${issuer} ${person.subject}`);
  return inScope(scopeOf(portal), async (tx) => {
    const now = await databaseNow(tx);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`provider:${person.email}`}, 0))`;
    const user = await knownUser(tx, providerKey, person.email);
    const refusal = user && refusalFor(user, providerKey);
    if (refusal) return refuse(tx, now, user.id, refusal);
    const roles = person.roles.filter((role) => role !== "CREW" || (user?.staffId ?? null) !== null);
    if (!user && roles.length === 0) return refuse(tx, now, null, { code: "provider.noRole" });
    const found = user ?? (await tx.user.create({ data: { email: person.email, displayName: person.name, createdAt: now } }));
    const audit: AuditDraft[] = user ? [] : [{ action: "userInvited", subject: { kind: "user", id: found.id }, details: { way: "provider" } }];
    await tx.user.update({ where: { id: found.id }, data: { providerKey, displayName: person.name } });
    audit.push(...(await followRoles(tx, found.id, roles, now)));
    if (audit.length > 0) await recordAudit(tx, portal, now, audit);
    const session = roles.length > 0 ? await beginSession(tx, found.id, now, { way: "PROVIDER", device, factorWay: person.hasSecondFactor ? "PROVIDER" : null }) : null;
    if (!session) return refuse(tx, now, found.id, { code: "provider.noRole" });
    await recordAudit(tx, portal, now, [{ action: "signedIn", subject: { kind: "session", id: session.sessionId }, details: { user: found.id, way: "provider", secondFactor: person.hasSecondFactor } }]);
    return done({ token: session.token });
  });
}

type Known = { readonly id: string; readonly staffId: string | null; readonly providerKey: string | null; readonly disabledAt: Date | null; readonly memberships: readonly { readonly facilityId: string | null }[] };

/** By the city's identifier; the first time by the address, which the city has proved. */
async function knownUser(tx: Tx, providerKey: string, email: string): Promise<Known | null> {
  const include = { memberships: { where: { endedAt: null }, select: { facilityId: true } } } as const;
  return (await tx.user.findUnique({ where: { providerKey }, include })) ?? tx.user.findUnique({ where: { email }, include });
}

type NotEntered = Extract<Refusal, { readonly code: CityRefusal }>;

function refusalFor(user: Known, providerKey: string): NotEntered | null {
  if (user.disabledAt) return { code: "provider.disabled" };
  if (user.memberships.some(({ facilityId }) => facilityId !== null)) return { code: "provider.facility" };
  return user.providerKey !== null && user.providerKey !== providerKey ? { code: "provider.otherPerson" } : null;
}

/** Gives and takes roles as the city says; who lost one is signed out everywhere. */
async function followRoles(tx: Tx, userId: string, roles: readonly CityRole[], now: Date): Promise<readonly AuditDraft[]> {
  const held = await tx.membership.findMany({ where: { userId, endedAt: null, role: { in: [...CITY_ROLES] } } });
  const gone = held.filter(({ role }) => !roles.some((one) => one === role));
  const missing = roles.filter((role) => !held.some((one) => one.role === role));
  const added = [];
  for (const role of missing) added.push(await tx.membership.create({ data: { userId, role, createdAt: now } }));
  await tx.membership.updateMany({ where: { id: { in: gone.map(({ id }) => id) } }, data: { endedAt: now } });
  const sessions = gone.length > 0 ? await endSessionsOf(tx, userId, now) : 0;
  const entry = (action: "membershipAdded" | "membershipEnded", { id, role }: { id: string; role: Role }): AuditDraft => ({
    action,
    subject: { kind: "user", id: userId },
    details: { membership: id, role, way: "provider", ...(action === "membershipEnded" ? { sessions } : {}) },
  });
  return [...added.map((row) => entry("membershipAdded", row)), ...gone.map((row) => entry("membershipEnded", row))];
}

/** What was changed before stays: a lost role has ended, also where nobody gets in. */
async function refuse(tx: Tx, now: Date, userId: string | null, refusal: NotEntered): Promise<Outcome<never, Refusal>> {
  await recordAudit(tx, portal, now, [{ action: "signInFailed", subject: { kind: "user", id: userId }, details: { way: "provider", reason: refusal.code } }]);
  return refused(refusal);
}
