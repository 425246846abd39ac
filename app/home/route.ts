import { currentPerson, currentSession } from "@/app/_shell/current";
import { HOME_OF } from "@/lib/auth/policy";

export const dynamic = "force-dynamic";

/** Leads each person to the start page of the role, who owes the second factor to it, and everybody else to the sign-in. */
export async function GET(): Promise<Response> {
  const current = await currentPerson();
  const wayIn = (await currentSession()) ? "/login/factor" : "/login";
  return new Response(null, { status: 303, headers: { Location: current ? HOME_OF[current.person.role] : wayIn, "Cache-Control": "no-store" } });
}
