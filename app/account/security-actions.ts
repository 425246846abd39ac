import { action } from "@/app/_shell/action";
import { ownPath } from "@/app/_shell/current";
import { showCodes } from "@/app/login/factor-actions";
import { addPasskey, beginTotp, byPerson, confirmTotp, removeFactor, renameFactor, renewRecoveryCodes } from "@/lib/factors/commands";
import { dropEcho } from "@/lib/forms/echo";
import { done } from "@/lib/outcome";
import { addPasskeySchema, codesNotedSchema, confirmTotpSchema, emptySchema, nextSchema, removeFactorSchema, renameFactorSchema } from "@/lib/factors/schema";

const PAGE = "/account/security";

/** A person's own factors. What changes them wants a fresh proof. */
export const securityActions = {
  "factors.beginTotp": action({
    permission: "account.security.change",
    fresh: true,
    schema: nextSchema,
    run: (actor) => beginTotp(byPerson(actor)),
    then: () => ({ to: `${PAGE}/totp` }),
  }),
  "factors.confirmTotp": action({
    permission: "account.security.change",
    fresh: true,
    schema: confirmTotpSchema,
    run: (actor, input) => confirmTotp(byPerson(actor), input),
    then: (value) => showCodes(value, PAGE),
    fieldOf: { "factor.setUpCodeWrong": "code" },
  }),
  "factors.addPasskey": action({
    permission: "account.security.change",
    fresh: true,
    schema: addPasskeySchema,
    run: (actor, input) => addPasskey(byPerson(actor), input),
    then: (value) => showCodes(value, PAGE),
  }),
  "factors.rename": action({
    permission: "account.security.change",
    schema: renameFactorSchema,
    run: renameFactor,
    then: () => ({ to: PAGE, notice: "factorRenamed" }),
  }),
  "factors.remove": action({
    permission: "account.security.change",
    fresh: true,
    schema: removeFactorSchema,
    run: removeFactor,
    then: () => ({ to: PAGE, notice: "factorRemoved" }),
  }),
  "factors.newCodes": action({
    permission: "account.security.change",
    fresh: true,
    schema: emptySchema,
    run: renewRecoveryCodes,
    then: ({ codes }) => ({ to: `${PAGE}/codes`, reveal: { name: "factors.codes", values: { codes } } }),
  }),
  "factors.codesNoted": action({
    permission: "account.security.change",
    schema: codesNotedSchema,
    run: async (actor, { shown }) => {
      await dropEcho(shown, actor.userId);
      return done({});
    },
    then: (_value, { next }) => ({ to: ownPath(next) ?? PAGE }),
  }),
} as const;
