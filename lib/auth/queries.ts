import { ownFilter, type Scope } from "@/lib/auth/scope";
import { storedDevice, type Device } from "@/lib/auth/device";
import { sessionEnd } from "@/lib/auth/rules";
import type { Role } from "@/lib/auth/types";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { env } from "@/lib/env";

export type OwnMembership = { readonly id: string; readonly role: Role; readonly facilityName: string | null };

/** The roles between which a person may switch. */
export async function ownMemberships(scope: Scope): Promise<readonly OwnMembership[]> {
  return inScope(scope, async (tx) => {
    const rows = await tx.membership.findMany({ where: { ...ownFilter(scope), endedAt: null }, include: { facility: true }, orderBy: { createdAt: "asc" } });
    return rows.map(({ id, role, facility }) => ({ id, role, facilityName: facility?.name ?? null }));
  });
}

export type OwnSession = {
  readonly id: string;
  readonly device: Device;
  readonly way: "CODE" | "DEMO" | "PROVIDER";
  readonly role: Role;
  readonly facilityName: string | null;
  readonly startedAt: Date;
  readonly lastUsedAt: Date;
};

/** The person's own living sessions, the last used first. */
export async function ownSessions(scope: Scope): Promise<readonly OwnSession[]> {
  return inScope(scope, async (tx) => {
    const now = await databaseNow(tx);
    const rows = await tx.session.findMany({
      where: { ...ownFilter(scope), endedAt: null, expiresAt: { gt: now }, membership: { endedAt: null } },
      include: { membership: { select: { role: true, facility: { select: { name: true } } } } },
      orderBy: { lastSeenAt: "desc" },
    });
    return rows
      .filter((row) => sessionEnd(row, env().signIn.idleMinutes).endsAt > now)
      .map((row) => ({
        id: row.id,
        device: storedDevice(row),
        way: row.way,
        role: row.membership.role,
        facilityName: row.membership.facility?.name ?? null,
        startedAt: row.createdAt,
        lastUsedAt: row.lastSeenAt,
      }));
  });
}
