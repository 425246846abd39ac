import { z } from "zod";
import { choice, date, id, time } from "@/lib/forms/fields";
import { absenceReasons } from "@/lib/reservations/types";
import { resourceKinds } from "@/lib/tours/types";

export const enterAbsenceSchema = z.strictObject({
  resourceKind: choice(resourceKinds),
  resourceId: id(),
  fromOn: date(),
  fromMinutes: time(),
  untilOn: date(),
  untilMinutes: time(),
  reason: choice(absenceReasons),
});

export const endAbsenceSchema = z.strictObject({ id: id() });
