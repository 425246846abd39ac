import { z } from "zod";
import { choice, date, id, line, version } from "@/lib/forms/fields";
import { mainResidences, nationalities } from "@/lib/residents/types";
import { restrictionReasons } from "@/lib/retention/types";
import { liftReasons } from "@/lib/subjects/types";

/** Who asks, as on the proof of identity: no part of a name finds anybody. */
export const findSubjectSchema = z.strictObject({ lastName: line(100), firstNames: line(100), bornOn: date() });
/** What the roster knows readably; facts about care and custody are the house's to correct. */
export const correctSubjectSchema = z.strictObject({ id: id(), version: version(), lastName: line(100), firstNames: line(100), bornOn: date(), nationality: choice(nationalities), mainResidence: choice(mainResidences) });
export const restrictSubjectSchema = z.strictObject({ id: id(), version: version(), reason: choice(restrictionReasons) });
export const announceLiftSchema = z.strictObject({ id: id(), version: version() });
export const liftRestrictionSchema = z.strictObject({ id: id(), version: version(), reason: choice(liftReasons) });
export type FindSubjectInput = z.output<typeof findSubjectSchema>;
export type CorrectSubjectInput = z.output<typeof correctSubjectSchema>;
export type RestrictSubjectInput = z.output<typeof restrictSubjectSchema>;
export type AnnounceLiftInput = z.output<typeof announceLiftSchema>;
export type LiftRestrictionInput = z.output<typeof liftRestrictionSchema>;
