import { accountActions } from "@/app/account/actions";
import { securityActions } from "@/app/account/security-actions";
import { adminActions } from "@/app/admin/actions";
import { fieldActions } from "@/app/field/actions";
import { colleagueActions } from "@/app/facility/colleague-actions";
import { facilityActions } from "@/app/facility/actions";
import { listActions } from "@/app/facility/list-actions";
import { releaseActions } from "@/app/facility/release-actions";
import { requestActions } from "@/app/facility/request-actions";
import { visitActions } from "@/app/facility/visit-actions";
import { loginActions } from "@/app/login/actions";
import { factorActions } from "@/app/login/factor-actions";
import { intakeActions } from "@/app/office/intake-actions";
import { planningActions } from "@/app/office/planning-actions";
import { reviewActions } from "@/app/office/review-actions";
import { subjectActions } from "@/app/office/persons/subject-actions";
import { recoveryActions } from "@/app/recovery/actions";
import type { Action } from "@/app/_shell/action";

/** Every form of the portal by name. A form whose action is not listed here does not compile; an action that nobody uses fails the architecture test. */
export const registry = {
  ...loginActions,
  ...factorActions,
  ...accountActions,
  ...securityActions,
  ...recoveryActions,
  ...intakeActions,
  ...planningActions,
  ...reviewActions,
  ...subjectActions,
  ...fieldActions,
  ...adminActions,
  ...facilityActions,
  ...releaseActions,
  ...colleagueActions,
  ...requestActions,
  ...visitActions,
  ...listActions,
} as const satisfies Record<string, Action>;

export type ActionName = keyof typeof registry;

/** The action of a name from an address, or null. */
export function actionOf(name: string): Action | null {
  return Object.hasOwn(registry, name) ? registry[name as ActionName] : null;
}
