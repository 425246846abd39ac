import { plainAnswer } from "@/app/_shell/plain-answer";
import { clearAfterSession, currentPerson, currentSession, requestedPath, wayIn, withQuery } from "@/app/_shell/current";
import { countRefusal } from "@/lib/audit/refusals";
import type { RefusalReason } from "@/lib/audit/types";
import { NotOnRecord, viewed } from "@/lib/audit/view";
import { may, type Permission } from "@/lib/auth/policy";
import { isFactorRequired, isFresh } from "@/lib/auth/second-factor";
import type { Person } from "@/lib/auth/types";
import { logOf } from "@/lib/log";
import { plain } from "@/lib/messages/plain";

const log = logOf("web");

export type EndpointContext = { readonly actor: Person; readonly params: Readonly<Record<string, string>>; readonly query: Readonly<Record<string, string | undefined>>; readonly now: Date };
type Options = {
  /**
   * For a file that takes much out of the portal at once: the page on which it is offered. Whoever proved the second factor longer than ten minutes ago proves
   * it again first and comes back to that page (CON.10.A12). Who works without a second factor is not asked for one.
   */
  readonly freshFrom?: (query: EndpointContext["query"]) => string;
};

/**
 * A file for signed-in people who have the permission. Others are led to the sign-in, or told that there is no such address; null from the handler says
 * the same, so that a foreign object looks like none. Every file that goes out is on record with the persons in it; if that cannot be written, it does not go out (503).
 */
export function endpoint(permission: Permission, handler: (context: EndpointContext) => Promise<Response | null>, { freshFrom }: Options = {}) {
  return async function GET(request: Request, { params }: { params: Promise<Record<string, string>> }): Promise<Response> {
    const current = await currentPerson();
    if (!current) await countRefusal(null, "signedOut", permission);
    if (!current) await clearAfterSession();
    if (!current) return new Response(null, { status: 303, headers: { Location: await wayIn(new URL(request.url).pathname), "Cache-Control": "no-store" } });
    const { person, now } = current;
    const refuse = async (reason: RefusalReason): Promise<Response> => {
      await countRefusal(person, reason, permission);
      return plainAnswer(404, plain.badAddress);
    };
    if (!may(person.role, permission)) return refuse("permission");
    const query = Object.fromEntries(new URL(request.url).searchParams);
    if (freshFrom && !isFresh(person.provenAt, now) && (await worksWithFactor(person))) return askForProof(freshFrom(query));
    const context = { actor: person, params: await params, query, now };
    try {
      const answer = await viewed(person, "fileDownloaded", await requestedPath(), () => handler(context));
      return answer ?? (await refuse("row"));
    } catch (error) {
      if (!(error instanceof NotOnRecord)) throw error;
      log.error("fileNotOnRecord", error.cause);
      return plainAnswer(503, plain.notOnRecord);
    }
  };
}

/** Whether the person's role asks for a second factor, or the person has set one up without having to. */
async function worksWithFactor({ role }: Person): Promise<boolean> {
  return isFactorRequired([role]) || ((await currentSession())?.holder.factors ?? 0) > 0;
}

/** Leads to the second factor, and from there back to the page: to the file itself it would lead without a word. */
function askForProof(page: string): Response {
  const next = withQuery(page, { notice: "provenForFile" });
  const Location = `/login/factor?${new URLSearchParams({ next, notice: "proveForFile" })}`;
  return new Response(null, { status: 303, headers: { Location, "Cache-Control": "no-store" } });
}

/** A file to keep, never shown in the browser's window and never cached. `name` is plain ASCII. */
export function attachment(content: string | Uint8Array, type: string, name: string): Response {
  const isText = typeof content === "string";
  return new Response(isText ? content : Buffer.from(content), { headers: { "Content-Type": isText ? `${type}; charset=utf-8` : type, "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store" } });
}
