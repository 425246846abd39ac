import { createHash, randomBytes } from "node:crypto";
import type { Person } from "@/lib/auth/types";
import { scopeOf } from "@/lib/auth/scope";
import type { Tx } from "@/lib/db/client";
import { databaseNow, inScope } from "@/lib/db/in-scope";

export const IDLE_LIMIT_MINUTES = 60;
export const ABSOLUTE_LIMIT_HOURS = 10;
const TOUCH_AFTER_MS = 60_000;
const TOKEN_BYTES = 32;
const signIn = scopeOf({ kind: "system", job: "sign-in" });

/** SHA-256, so that a look into the database gives nobody a session or a code. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** A value that nobody guesses (256 bit), for cookies. */
export function randomToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** Begins a session in the user's first open membership; answers the value for the cookie, or null for a disabled user or one without a role. */
export async function beginSession(tx: Tx, userId: string, now: Date): Promise<{ token: string; sessionId: string } | null> {
  const user = await tx.user.findFirst({
    where: { id: userId, disabledAt: null },
    include: { memberships: { where: { endedAt: null }, orderBy: { createdAt: "asc" }, take: 1 } },
  });
  const membership = user?.memberships[0];
  if (!user || !membership) return null;
  const token = randomToken();
  const row = await tx.session.create({
    data: {
      tokenHash: hashOf(token),
      userId,
      membershipId: membership.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + ABSOLUTE_LIMIT_HOURS * 3_600_000),
    },
  });
  return { token, sessionId: row.id };
}

/**
 * The person behind a cookie's value, decided by the database row of this moment: an ended session, a disabled user or an ended role is nobody.
 * Marks the session as seen. `now` is the database's clock, read with it.
 */
export async function personOf(token: string): Promise<{ person: Person; now: Date } | null> {
  return inScope(signIn, async (tx) => {
    const now = await databaseNow(tx);
    const row = await tx.session.findUnique({
      where: { tokenHash: hashOf(token) },
      include: { user: true, membership: { include: { facility: true } } },
    });
    if (!row || row.endedAt || row.expiresAt <= now || row.user.disabledAt || row.membership.endedAt) return null;
    if (row.membership.facility && !row.membership.facility.isActive) return null;
    if (row.lastSeenAt.getTime() + IDLE_LIMIT_MINUTES * 60_000 <= now.getTime()) return null;
    if (now.getTime() - row.lastSeenAt.getTime() > TOUCH_AFTER_MS) {
      await tx.session.update({ where: { id: row.id }, data: { lastSeenAt: now } });
    }
    const person: Person = {
      kind: "person",
      userId: row.userId,
      displayName: row.user.displayName,
      email: row.user.email,
      role: row.membership.role,
      membershipId: row.membershipId,
      facilityId: row.membership.facilityId,
      facilityName: row.membership.facility?.name ?? null,
      staffId: row.user.staffId,
      sessionId: row.id,
      formKey: null,
    };
    return { person, now };
  });
}

/** Ends all sessions of a user at once; used when an account is disabled or its role changes. */
export async function endSessionsOf(tx: Tx, userId: string, now: Date): Promise<number> {
  const { count } = await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: now } });
  return count;
}

/** Ends the session of a cookie's value, for next-auth's own sign-out. */
export async function endSessionByToken(token: string): Promise<void> {
  await inScope(signIn, async (tx) => {
    await tx.session.updateMany({ where: { tokenHash: hashOf(token), endedAt: null }, data: { endedAt: await databaseNow(tx) } });
  });
}
