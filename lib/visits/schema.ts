import { z } from "zod";
import { choice, id, optionalTime, version } from "@/lib/forms/fields";
import { dateQuestionReasons } from "@/lib/visits/types";

const aVisit = { id: id(), version: version() };

/** No start means: the earliest time that fits. */
export const placeVisitSchema = z.strictObject({ ...aVisit, tourId: id(), startMinutes: optionalTime() });
export const moveVisitSchema = placeVisitSchema;
export const removeVisitSchema = z.strictObject(aVisit);
export const announceVisitSchema = z.strictObject(aVisit);
export const recordClearanceSchema = z.strictObject(aVisit);
export const cancelVisitSchema = z.strictObject(aVisit);
export const confirmVisitSchema = z.strictObject(aVisit);
export const questionVisitSchema = z.strictObject({ ...aVisit, reason: choice(dateQuestionReasons) });
