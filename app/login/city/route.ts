import { currentNetwork, ownPath } from "@/app/_shell/current";
import { plainAnswer } from "@/app/_shell/plain-answer";
import { beginCitySignIn } from "@/lib/auth/next-auth";
import { countAgainst } from "@/lib/auth/rates";
import { env } from "@/lib/env";
import { tooOften } from "@/lib/messages/plain";

export const dynamic = "force-dynamic";

/** Leads to the city's own sign-in, or back to the portal's where that does not answer. A link and no form: the pages' policy lets no form leave the portal. */
export async function GET(request: Request): Promise<Response> {
  const wait = await countAgainst(["cityFromNetwork", await currentNetwork()]);
  if (wait !== null) return plainAnswer(429, tooOften.sentence(wait), { headers: { "Retry-After": String(wait) } });
  const next = ownPath(new URL(request.url).searchParams.get("next")) ?? "/home";
  const begun = env().signIn.provider ? await beginCitySignIn(next) : null;
  const headers = new Headers({ Location: begun?.address ?? "/login?city=failed", "Cache-Control": "no-store" });
  for (const cookie of begun?.cookies ?? []) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}
