import { citySignOutAddress } from "@/lib/auth/provider";

export const dynamic = "force-dynamic";

/** Leads to where the city's own sign-in ends its session, or back to the sign-in. */
export async function GET(): Promise<Response> {
  return new Response(null, { status: 303, headers: { Location: (await citySignOutAddress()) ?? "/login", "Cache-Control": "no-store" } });
}
