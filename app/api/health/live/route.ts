export const dynamic = "force-dynamic";

/** The process answers. Says nothing else. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
