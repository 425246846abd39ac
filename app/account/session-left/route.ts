import { secondsLeft } from "@/app/_shell/current";

export const dynamic = "force-dynamic";

/** Asked by the page's own script before it warns, so that a second window in use counts too. */
export async function GET(): Promise<Response> {
  return Response.json((await secondsLeft()) ?? { seconds: 0, canBeProlonged: false }, { headers: { "Cache-Control": "no-store" } });
}
