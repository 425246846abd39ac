import { guardFaults } from "@/lib/db/guards";
import { logOf } from "@/lib/log";

export const dynamic = "force-dynamic";
const log = logOf("web");

/** The process can do its work: the database answers and its guards stand. No detail for anonymous callers. */
export async function GET(): Promise<Response> {
  const isReady = await guardFaults().then(
    (faults) => faults.length === 0,
    (error: unknown) => {
      log.error("notReady", error);
      return false;
    },
  );
  return Response.json({ status: isReady ? "ok" : "unavailable" }, { status: isReady ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
