import { guardFaults } from "@/lib/db/guards";
import { logOf } from "@/lib/log";
import { isWorkerSilent, outboxState } from "@/lib/mail/outbox";

export const dynamic = "force-dynamic";
const log = logOf("web");

/** The portal can do its work: the database answers, its guards stand, and the mails go out. No detail for anonymous callers; the log has it. */
export async function GET(): Promise<Response> {
  const isReady = await findings().then(
    (found) => {
      for (const one of found) log.warn("notReady", { finding: one });
      return found.length === 0;
    },
    (error: unknown) => {
      log.error("notReady", error);
      return false;
    },
  );
  return Response.json({ status: isReady ? "ok" : "unavailable" }, { status: isReady ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}

/** What keeps the portal from its work, a word each. */
async function findings(): Promise<readonly string[]> {
  const outbox = await outboxState();
  return [...(await guardFaults()), ...(isWorkerSilent(outbox, outbox.now) ? ["workerSilent"] : [])];
}
