import { currentSession } from "@/app/_shell/current";
import { plainAnswer } from "@/app/_shell/plain-answer";
import { openChallenge } from "@/lib/auth/passkey-challenges";
import { isFresh } from "@/lib/auth/second-factor";
import type { CurrentSession } from "@/lib/auth/sessions";
import type { ChallengePurpose } from "@/lib/factors/types";
import { plain } from "@/lib/messages/plain";

export const dynamic = "force-dynamic";

/** What the browser needs to make (`register`) or use (`prove`) a passkey. Changes nothing but this session's challenge; without a session there is no such address. */
export async function POST(_request: Request, { params }: { params: Promise<{ purpose: string }> }): Promise<Response> {
  const purpose = purposeOf((await params).purpose);
  const session = await currentSession();
  const options = purpose && session && mayAsk(purpose, session) ? await openChallenge(session.holder, purpose) : null;
  if (!options) return plainAnswer(404, plain.badAddress);
  return Response.json(options, { headers: { "Cache-Control": "no-store" } });
}

function purposeOf(text: string): ChallengePurpose | null {
  if (text === "register") return "REGISTER";
  return text === "prove" ? "PROVE" : null;
}

/** A passkey is added by a person with a fresh proof, or as the first factor of a session that owes one. */
function mayAsk(purpose: ChallengePurpose, { holder, person, now }: CurrentSession): boolean {
  return purpose === "PROVE" || (person ? isFresh(person.provenAt, now) : holder.factors === 0);
}
