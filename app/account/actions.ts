import { action } from "@/app/_shell/action";
import { signOut, switchRole } from "@/lib/auth/commands";
import { HOME_OF } from "@/lib/auth/policy";
import { signOutSchema, switchRoleSchema } from "@/lib/auth/schema";

export const accountActions = {
  "account.signOut": action({
    permission: "account.signOut",
    schema: signOutSchema,
    run: (actor) => signOut(actor),
    then: () => ({ to: "/login", notice: "signedOut" }),
  }),
  "account.switchRole": action({
    permission: "account.switchRole",
    schema: switchRoleSchema,
    run: switchRole,
    then: ({ role }) => ({ to: HOME_OF[role], notice: "roleSwitched" }),
  }),
} as const;
