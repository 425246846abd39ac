import { proofOptions, registrationOptions } from "@/lib/auth/passkeys";
import { scopeOf } from "@/lib/auth/scope";
import type { Holder } from "@/lib/auth/second-factor";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { CHALLENGE_MINUTES } from "@/lib/factors/rules";
import type { ChallengePurpose } from "@/lib/factors/types";

const portal = scopeOf({ kind: "system", job: "sign-in" });

/** What the browser needs to make or use a passkey, with a new challenge for this session; null where there is none to use. An older challenge of the session is worth nothing then. */
export async function openChallenge(holder: Holder, purpose: ChallengePurpose): Promise<object | null> {
  const { userId, sessionId } = holder;
  return inScope(portal, async (tx) => {
    const now = await databaseNow(tx);
    const known = (await tx.factor.findMany({ where: { userId, kind: "PASSKEY" }, select: { credentialId: true, transports: true } })).flatMap(({ credentialId, transports }) => (credentialId ? [{ credentialId, transports }] : []));
    if (purpose === "PROVE" && known.length === 0) return null;
    const options = purpose === "REGISTER" ? await registrationOptions(holder, known) : await proofOptions(known);
    const kept = { challenge: options.challenge, expiresAt: new Date(now.getTime() + CHALLENGE_MINUTES * 60_000) };
    await tx.factorChallenge.upsert({ where: { sessionId_purpose: { sessionId, purpose } }, create: { sessionId, purpose, ...kept }, update: kept });
    return options;
  });
}

/** Takes a session's challenge away and answers it: whatever becomes of the answer, it is used up. Null for an old one, one of another session, or none. */
export async function takeChallenge(sessionId: string, purpose: ChallengePurpose): Promise<string | null> {
  return inScope(portal, async (tx) => {
    const now = await databaseNow(tx);
    const row = await tx.factorChallenge.findUnique({ where: { sessionId_purpose: { sessionId, purpose } } });
    if (!row) return null;
    const { count } = await tx.factorChallenge.deleteMany({ where: { sessionId, purpose, challenge: row.challenge } });
    return count === 1 && row.expiresAt > now ? row.challenge : null;
  });
}
