import { publicAction, type Destination } from "@/app/_shell/action";
import { ownPath } from "@/app/_shell/current";
import { leaveSession, proveByCode, proveByDemo, proveByPasskey } from "@/lib/auth/prove";
import { sessionCookies } from "@/lib/auth/next-auth";
import type { CurrentSession } from "@/lib/auth/sessions";
import { addPasskey, beginTotp, byHolder, confirmTotp, type Added, type SetUpBy } from "@/lib/factors/commands";
import { addPasskeySchema, confirmTotpSchema, nextSchema, proveCodeSchema, provePasskeySchema } from "@/lib/factors/schema";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";

/** With the proof the session has a new cookie value; then on to where the person wanted to go. */
async function goOn({ token }: { readonly token: string }, next: string): Promise<Destination> {
  return { to: ownPath(next) ?? "/home", cookies: await sessionCookies(token) };
}

/** The recovery codes are shown once, to this browser, before it goes on. */
export async function showCodes({ token, codes }: Added, next: string): Promise<Destination> {
  const cookies = await sessionCookies(token);
  if (codes.length === 0) return { to: ownPath(next) ?? "/account/security", cookies, notice: "factorAdded" };
  const to = `/account/security/codes${next ? `?${new URLSearchParams({ next })}` : ""}`;
  return { to, cookies, notice: "factorAdded", reveal: { name: "factors.codes", values: { codes } } };
}

/** The first factor of a session that owes one; nobody else sets up a factor here. */
async function asHolder<T>(session: CurrentSession | null, work: (by: SetUpBy) => Promise<Outcome<T, Refusal>>): Promise<Outcome<T, Refusal>> {
  const found = byHolder(session);
  return "by" in found ? work(found.by) : refused(found.refusal);
}

const withNext = (path: string, values: Record<string, string>): string => `${path}?${new URLSearchParams(values)}`;

export const factorActions = {
  "factor.prove": publicAction({
    schema: proveCodeSchema,
    run: ({ session }, { code }) => proveByCode(session, { code }),
    then: (value, { next }) => goOn(value, next),
    fieldOf: { "factor.wrong": "code", "factor.wait": "code" },
  }),
  "factor.passkey": publicAction({
    schema: provePasskeySchema,
    run: ({ session }, { response }) => proveByPasskey(session, { response }),
    then: (value, { next }) => goOn(value, next),
  }),
  "factor.demo": publicAction({
    schema: nextSchema,
    run: ({ session }) => proveByDemo(session),
    then: (value, { next }) => goOn(value, next),
  }),
  "factor.beginTotp": publicAction({
    schema: nextSchema,
    run: ({ session }) => asHolder(session, beginTotp),
    then: (_value, { next }) => ({ to: withNext("/login/factor", { way: "app", ...(next ? { next } : {}) }) }),
  }),
  "factor.confirmTotp": publicAction({
    schema: confirmTotpSchema,
    run: ({ session }, input) => asHolder(session, (by) => confirmTotp(by, input)),
    then: (value, { next }) => showCodes(value, next),
    fieldOf: { "factor.setUpCodeWrong": "code" },
  }),
  "factor.addPasskey": publicAction({
    schema: addPasskeySchema,
    run: ({ session }, input) => asHolder(session, (by) => addPasskey(by, input)),
    then: (value, { next }) => showCodes(value, next),
  }),
  "factor.leave": publicAction({
    schema: nextSchema,
    run: ({ session }) => leaveSession(session),
    then: (_value, { next }) => ({ to: next ? withNext("/login", { next }) : "/login", notice: "signedOut", leaves: true }),
  }),
} as const;
