import type { z } from "zod";
import type { Device } from "@/lib/auth/device";
import type { Permission } from "@/lib/auth/policy";
import type { CurrentSession } from "@/lib/auth/sessions";
import type { Person } from "@/lib/auth/types";
import type { SignInVisitor } from "@/lib/auth/visitor";
import { schemaInput, type FormValues } from "@/lib/forms/read";
import type { Upload } from "@/lib/forms/uploads";
import type { FormError } from "@/lib/forms/types";
import { formErrors } from "@/lib/messages/forms";
import type { NoticeCode } from "@/lib/messages/notices";
import { refusalSentence } from "@/lib/messages/refusals";
import type { Outcome } from "@/lib/outcome";
import type { Refusal, RefusalCode } from "@/lib/refusals";

/**
 * Where a person stands after a form was carried out. `cookies` are complete Set-Cookie lines. `reveal` is what the next page shows to this browser alone
 * and the portal does not keep readably: it arrives there as the echo of that name.
 */
export type Destination = { readonly to: string; readonly notice?: NoticeCode; readonly cookies?: readonly string[]; readonly reveal?: { readonly name: string; readonly values: FormValues }; /** The session ends with this form: the browser keeps nothing of the portal. */ readonly leaves?: true };

/**
 * What the browser brings along, for the forms of the sign-in: the value that its code is bound to, what and where it is, and its session, which may still
 * owe the second factor.
 */
export type BrowserFacts = { readonly loginToken: string | null; readonly device: Device; readonly visitor: SignInVisitor; readonly session: CurrentSession | null };

export type Answer =
  | { readonly ok: true; readonly destination: Destination }
  | { readonly ok: false; readonly errors: readonly FormError[]; readonly refusal?: RefusalCode }
  | { readonly ok: false; readonly waitSeconds: number };

/** `schema` is the shape of what may be sent, the whole of it: everything else is refused. */
export type Action =
  | { readonly permission: Permission; readonly isEssential: boolean; readonly schema: z.ZodType; readonly submit: (actor: Person, values: FormValues, file?: Upload | null) => Promise<Answer> }
  | { readonly permission: "public"; readonly schema: z.ZodType; readonly submit: (browser: BrowserFacts, values: FormValues) => Promise<Answer> };

type Definition<By, S extends z.ZodType, T> = {
  /** A `z.strictObject` of building blocks from lib/forms/fields. */
  readonly schema: S;
  /** The command. `file` is the file that came with the form, for the forms that the front door lets bring one. */
  readonly run: (by: By, input: z.output<S>, file: Upload | null) => Promise<Outcome<T, Refusal>>;
  /** Where to go afterwards; after a repeated press `value` comes from storage. */
  readonly then: (value: T, input: z.output<S>, by: By) => Destination | Promise<Destination>;
  /** The input beside which a refusal stands; without it the sentence stands above the form. */
  readonly fieldOf?: Partial<Record<RefusalCode, string>>;
  /** The same where it depends on what was typed: the row of several that a refusal is about. */
  readonly fieldIn?: (refusal: Refusal, input: z.output<S>) => string | null;
};

/**
 * A form that signed-in people send: permission, shape, command, answer. Nothing else happens between a form and a command. An essential change is `fresh`:
 * whoever proved the second factor longer than ten minutes ago proves it again first, and finds the form filled in afterwards (CON.10.A12).
 */
export function action<S extends z.ZodType, T>(definition: Definition<Person, S, T> & { readonly permission: Permission; readonly fresh?: true }): Action {
  return { permission: definition.permission, isEssential: definition.fresh === true, schema: definition.schema, submit: (actor, values, file) => carryOut(definition, actor, values, file) };
}

/** A form that nobody needs to be signed in for. */
export function publicAction<S extends z.ZodType, T>(definition: Definition<BrowserFacts, S, T>): Action {
  return { permission: "public", schema: definition.schema, submit: (browser, values) => carryOut(definition, browser, values) };
}

async function carryOut<By, S extends z.ZodType, T>(definition: Definition<By, S, T>, by: By, values: FormValues, file: Upload | null = null): Promise<Answer> {
  const parsed = definition.schema.safeParse(schemaInput(values));
  if (!parsed.success) return { ok: false, errors: errorsOf(parsed.error) };
  const outcome = await definition.run(by, parsed.data, file);
  if (outcome.ok) return { ok: true, destination: await definition.then(outcome.value, parsed.data, by) };
  const { refusal } = outcome;
  if (refusal.code === "auth.tooMany") return { ok: false, waitSeconds: refusal.seconds };
  return { ok: false, refusal: refusal.code, errors: [{ field: definition.fieldIn?.(refusal, parsed.data) ?? definition.fieldOf?.[refusal.code] ?? null, message: refusalSentence(refusal) }] };
}

function errorsOf(error: z.ZodError): readonly FormError[] {
  const seen = new Set<string>();
  return error.issues.flatMap((issue) => {
    const field = issue.path.length > 0 ? String(issue.path[0]) : null;
    const message = issue.code === "unrecognized_keys" ? formErrors.unknownField : issue.message;
    const key = field ?? message;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ field, message }];
  });
}
