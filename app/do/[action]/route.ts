import { cookieLine } from "@/lib/auth/cookies";
import { countAgainst } from "@/lib/auth/rates";
import { randomToken } from "@/lib/auth/sessions";
import { countRefusal } from "@/lib/audit/refusals";
import { HOME_OF, may } from "@/lib/auth/policy";
import { isFresh } from "@/lib/auth/second-factor";
import type { Person } from "@/lib/auth/types";
import { saveEcho } from "@/lib/forms/echo";
import { CLEARED_AT_SESSION_END, CLEARED_AT_SIGN_OUT } from "@/lib/front-door/headers";
import { FORM_FROM, FORM_INSTANCE, FORM_KEY, fileOf, valuesOf, type FormValues } from "@/lib/forms/read";
import type { FormError } from "@/lib/forms/types";
import { logOf } from "@/lib/log";
import { plain, tooOften } from "@/lib/messages/plain";
import type { Answer, Destination } from "@/app/_shell/action";
import { cookieValue, currentDevice, currentNetwork, currentSession, formerUser, ownPath, wayIn, withQuery } from "@/app/_shell/current";
import { ECHO_COOKIE, KNOWN_COOKIE, LOGIN_COOKIE } from "@/app/_shell/names";
import { plainAnswer } from "@/app/_shell/plain-answer";
import { actionOf } from "@/app/_shell/registry";

export const dynamic = "force-dynamic";
const log = logOf("web");

/**
 * The one door for every form: who sends it, may they, what did they type, carry it out, and send them on. A refused form goes back to its page with
 * what was typed. The front door has already refused foreign origins, oversized and malformed bodies.
 */
export async function POST(request: Request, { params }: { params: Promise<{ action: string }> }): Promise<Response> {
  const name = (await params).action;
  const action = actionOf(name);
  if (!action) return plainAnswer(404, plain.noSuchForm);
  const form = await request.formData().catch(() => null);
  if (!form) return plainAnswer(400, plain.malformed);
  const values = valuesOf(form);
  const instance = form.get(FORM_INSTANCE);
  const echoName = typeof instance === "string" && /^[\w-]{1,64}$/.test(instance) ? `${name}#${instance}` : name;
  try {
    const session = await currentSession();
    const person = session?.person ?? null;
    const from = ownPath(form.get(FORM_FROM)) ?? (person ? HOME_OF[person.role] : "/login");
    const network = await currentNetwork();
    const wait = await countAgainst(["formsFromNetwork", network], ...(person ? [["formsOfPerson", person.userId] as const] : []));
    if (wait !== null) return await askToWait({ echoName, values, from, person }, wait);
    if (action.permission === "public") {
      const browser = { loginToken: await cookieValue(LOGIN_COOKIE), device: await currentDevice(), visitor: { network, known: await cookieValue(KNOWN_COOKIE) }, session };
      const answer = await action.submit(browser, values);
      return await answered(answer, { echoName, values, from, person }, session?.holder.userId ?? null);
    }
    if (!session || !person) {
      log.warn("formWithoutSession", { action: name });
      await countRefusal(null, "signedOut", name);
      return await askToSignIn({ echoName, values, from });
    }
    if (!may(person.role, action.permission)) {
      log.warn("formNotPermitted", { action: name, role: person.role });
      await countRefusal(person, "permission", name);
      return plainAnswer(404, plain.noSuchForm);
    }
    if (action.isEssential && !isFresh(person.provenAt, session.now)) return await askForProof({ echoName, values, from, person });
    const answer = await action.submit({ ...person, formKey: formKeyOf(form) }, values, await fileOf(form));
    if ("refusal" in answer && answer.refusal === "notFound") await countRefusal(person, "row", name);
    return await answered(answer, { echoName, values, from, person }, session?.holder.userId ?? null);
  } catch (error) {
    log.error("actionFailed", error, { action: name });
    return plainAnswer(503, plain.notSaved);
  }
}

type Sent = { readonly echoName: string; readonly values: FormValues; readonly from: string; readonly person: Person | null };

async function answered(answer: Answer, sent: Sent, holderId: string | null): Promise<Response> {
  if (answer.ok) return goOn(answer.destination, holderId);
  return "waitSeconds" in answer ? askToWait(sent, answer.waitSeconds) : goBack(sent, answer.errors);
}

async function goOn({ to, notice, cookies = [], reveal, leaves }: Destination, holderId: string | null): Promise<Response> {
  const kept = reveal ? await keep(reveal.name, reveal.values, [], holderId) : null;
  const place = kept ? withQuery(to, { echo: kept.id }) : to;
  return redirectTo(notice ? withQuery(place, { notice }) : place, [...cookies, ...(kept?.cookies ?? [])], leaves ? CLEARED_AT_SIGN_OUT : {});
}

async function goBack({ echoName, values, from, person }: Sent, errors: readonly FormError[]): Promise<Response> {
  const { id, cookies } = await keep(echoName, values, errors, person?.userId ?? null);
  return redirectTo(`${withQuery(from, { echo: id, notice: null })}#error-summary`, cookies);
}

/** Too often: how long to wait, and a way back to the form. What a signed-in person typed is kept; a stranger's is not, so that a flood fills no table. */
async function askToWait({ echoName, values, from, person }: Sent, seconds: number): Promise<Response> {
  const headers = { "Retry-After": String(seconds) };
  if (!person) return plainAnswer(429, tooOften.sentence(seconds), { back: { href: from, label: tooOften.backToForm }, headers });
  const { id, cookies } = await keep(echoName, values, [], person.userId);
  const back = { href: withQuery(from, { echo: id, notice: null }), label: tooOften.backToForm };
  const answer = plainAnswer(429, `${tooOften.sentence(seconds)} ${tooOften.stillThere}`, { back, headers });
  for (const cookie of cookies) answer.headers.append("Set-Cookie", cookie);
  return answer;
}

/**
 * The session ended while somebody typed: what was typed waits until that same person has signed in again in this browser. Where no session says whose it was
 * nothing is kept: it would be shown to whoever signs in next.
 */
async function askToSignIn({ echoName, values, from }: Omit<Sent, "person">): Promise<Response> {
  const userId = await formerUser();
  if (userId === null) return redirectTo(`/login?${new URLSearchParams({ next: from, notice: "signInFirst" })}`, []);
  const { id, cookies } = await keep(echoName, values, [], userId);
  const next = withQuery(from, { echo: id, notice: null });
  return redirectTo(await wayIn(next, { notice: "signInAgain" }), cookies, CLEARED_AT_SESSION_END);
}

/** An essential change wants a fresh proof: what was typed waits until it is given. */
async function askForProof({ echoName, values, from, person }: Sent): Promise<Response> {
  const { id, cookies } = await keep(echoName, values, [], person?.userId ?? null);
  const next = withQuery(from, { echo: id, notice: "provenAgain" });
  return redirectTo(`/login/factor?${new URLSearchParams({ next, notice: "proveAgain" })}`, cookies);
}

async function keep(action: string, values: FormValues, errors: readonly FormError[], userId: string | null): Promise<{ id: string; cookies: string[] }> {
  const known = await cookieValue(ECHO_COOKIE);
  const key = known && known.length >= 43 ? known : randomToken();
  const id = await saveEcho({ action, values, errors }, userId, key);
  return { id, cookies: [cookieLine(ECHO_COOKIE, key)] };
}

/** 303, so that the browser asks for the next page with GET and a reload sends nothing twice. */
function redirectTo(location: string, cookies: readonly string[], more: Readonly<Record<string, string>> = {}): Response {
  const headers = new Headers({ Location: location, "Cache-Control": "no-store", ...more });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

function formKeyOf(form: FormData): string | null {
  const key = form.get(FORM_KEY);
  return typeof key === "string" && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(key) ? key : null;
}
