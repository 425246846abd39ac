import { z } from "zod";
import { email, id, line, optionalLine } from "@/lib/forms/fields";
import { login } from "@/lib/messages/login";

export const requestCodeSchema = z.strictObject({ email: email(), next: optionalLine(2000) });

/** Blanks inside a code are forgiven: people type it in two groups. */
export const redeemCodeSchema = z.strictObject({
  code: line(20).transform((code) => code.replace(/\s/g, "")).refine((code) => /^\d{6}$/.test(code), login.codeShape),
  next: optionalLine(2000),
});

export const demoSchema = z.strictObject({ email: email(), next: optionalLine(2000) });
export const signOutSchema = z.strictObject({});
export const staySignedInSchema = z.strictObject({});
export const endOwnSessionSchema = z.strictObject({ sessionId: id() });
export const endOtherSessionsSchema = z.strictObject({});
export const switchRoleSchema = z.strictObject({ membershipId: id() });
