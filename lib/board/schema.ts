import { z } from "zod";
import { isId } from "@/lib/db/id";
import { choice, date, id, optionalTime, time } from "@/lib/forms/fields";
import { formErrors } from "@/lib/messages/forms";
import { absenceReasons } from "@/lib/reservations/types";
import { resourceKinds, type ResourceKind } from "@/lib/tours/types";

const SEPARATOR = ":";

/** A visit in a list on a tour's page: without script one field has to carry its id and its version. */
export function visitChoice(visit: { readonly visitId: string; readonly version: number }): string {
  return `${visit.visitId}${SEPARATOR}${visit.version}`;
}

/** A kit, person or vehicle in one list: kind and id in one field. */
export function resourceChoice(kind: ResourceKind, resourceId: string): string {
  return `${kind}${SEPARATOR}${resourceId}`;
}

const chosenVisit = z.string(formErrors.choose).transform((value, context) => {
  const [visitId, version] = value.split(SEPARATOR);
  if (isId(visitId) && /^\d{1,9}$/.test(version ?? "")) return { id: visitId, version: Number(version) };
  context.addIssue({ code: "custom", message: formErrors.choose });
  return z.NEVER;
});

const chosenResource = z.string(formErrors.choose).transform((value, context) => {
  const [kind, resourceId] = value.split(SEPARATOR);
  const resourceKind = resourceKinds.find((one) => one === kind);
  if (resourceKind && isId(resourceId)) return { resourceKind, resourceId };
  context.addIssue({ code: "custom", message: formErrors.choose });
  return z.NEVER;
});

/** Takes a waiting visit onto a tour, from the tour's page. */
export const takeVisitSchema = z.strictObject({ tourId: id(), visit: chosenVisit, startMinutes: optionalTime() });

/** An absence or a repair, with the resource chosen from one list. */
export const enterAbsenceFormSchema = z.strictObject({
  resource: chosenResource,
  fromOn: date(),
  fromMinutes: time(),
  untilOn: date(),
  untilMinutes: time(),
  reason: choice(absenceReasons),
});
