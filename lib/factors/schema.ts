import { z } from "zod";
import { id, line, optionalLine } from "@/lib/forms/fields";
import { factorForms } from "@/lib/messages/factors";

const NAME_LENGTH = 60;
/** A browser's answer about a passkey, as JSON; far more than any real one. */
const RESPONSE_LENGTH = 20_000;

const next = () => optionalLine(2000);
const name = () => line(NAME_LENGTH);
/** Blanks inside a code are forgiven: people type it in groups. */
const appCode = () => line(20).transform((code) => code.replace(/\s/g, "")).refine((code) => /^\d{6}$/.test(code), factorForms.codeShape);

export const proveCodeSchema = z.strictObject({ code: line(40), next: next() });
export const provePasskeySchema = z.strictObject({ response: line(RESPONSE_LENGTH), next: next() });
export const nextSchema = z.strictObject({ next: next() });
export const confirmTotpSchema = z.strictObject({ name: name(), code: appCode(), next: next() });
export const addPasskeySchema = z.strictObject({ name: name(), response: line(RESPONSE_LENGTH), next: next() });
export const renameFactorSchema = z.strictObject({ id: id(), name: name() });
export const removeFactorSchema = z.strictObject({ id: id() });
export const codesNotedSchema = z.strictObject({ shown: id(), next: next() });
export const emptySchema = z.strictObject({});
