import { ownFilter, scopeOf, type Scope } from "@/lib/auth/scope";
import { totpUri } from "@/lib/auth/totp";
import { unseal } from "@/lib/crypto/seal";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { isStillOpen, SET_UP_MINUTES } from "@/lib/factors/rules";
import { secretContext, type FactorLine, type TotpSetUp } from "@/lib/factors/types";

const portal = scopeOf({ kind: "system", job: "sign-in" });

export type OwnFactors = { readonly factors: readonly FactorLine[]; readonly codesLeft: number };

/** A person's own factors, the oldest first, and how many recovery codes are unused. */
export async function ownFactors(scope: Scope): Promise<OwnFactors> {
  return inScope(scope, async (tx) => {
    const rows = await tx.factor.findMany({ where: { ...ownFilter(scope), confirmedAt: { not: null } }, orderBy: { createdAt: "asc" } });
    const codesLeft = await tx.recoveryCode.count({ where: { ...ownFilter(scope), usedAt: null } });
    return { codesLeft, factors: rows.map(({ id, kind, name, confirmedAt, createdAt, lastUsedAt }) => ({ id, kind, name, addedAt: confirmedAt ?? createdAt, lastUsedAt })) };
  });
}

/** The app that the holder of a session is setting up, or null when none was begun in the last minutes. */
export async function openTotp(holder: { readonly userId: string; readonly email: string }): Promise<TotpSetUp | null> {
  return inScope(portal, async (tx) => {
    const now = await databaseNow(tx);
    const row = await tx.factor.findFirst({ where: { userId: holder.userId, kind: "TOTP", confirmedAt: null } });
    if (!row?.sealedSecret || !isStillOpen(row.createdAt, SET_UP_MINUTES, now)) return null;
    const secret = unseal(row.sealedSecret, secretContext(row.id));
    return { secret, uri: totpUri(secret, holder.email) };
  });
}
