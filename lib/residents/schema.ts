import { z } from "zod";
import { choice, date, id, line, optionalDate, optionalDateOrMonth, optionalLine, ticked, version } from "@/lib/forms/fields";
import { appliesByOptions, capacities, custodyKinds, fingerprintObstacles, idCardStates, mainResidences, mobilities, nationalities, representations } from "@/lib/residents/types";

/** Whether the representative comes to the visit; the empty answer means nobody has said so yet (R24). */
export const presenceAnswers = ["YES", "NO"] as const;

const presence = z
  .union([z.literal(""), choice(presenceAnswers)])
  .default("")
  .transform((answer) => (answer === "" ? null : answer === "YES"));

/** Codes and dates only: no photo, no serial number, no diagnosis (R41). */
const person = {
  lastName: line(100),
  firstNames: line(100),
  bornOn: date(),
  nationality: choice(nationalities),
  mainResidence: choice(mainResidences),
  idCardState: choice(idCardStates),
  /** The day, or the month where nobody knows the day. */
  idExpiresOn: optionalDateOrMonth(),
  hasValidPassport: ticked(),
  isExempted: ticked(),
  isPermanentResident: ticked(),
  capacity: choice(capacities),
  representation: choice(representations),
  appliesBy: choice(appliesByOptions),
  isRepresentativePresent: presence,
  mobility: choice(mobilities),
  fingerprintObstacle: choice(fingerprintObstacles),
  /** Prison only; a home's form does not have them. */
  custodyKind: z.union([z.literal("").transform(() => null), choice(custodyKinds)]).default(null),
  custodySinceOn: optionalDate(),
  releaseOn: optionalDate(),
  /** That somebody of a similar name in the roster is another person. */
  isOther: ticked(),
  /** The page to go back to, where the form was opened on the way to something else. */
  back: optionalLine(300),
};

export const addResidentSchema = z.strictObject(person);
export const changeResidentSchema = z.strictObject({ ...person, id: id(), version: version() });
/** Words of a name, in any order and spelling. */
export const findResidentsSchema = z.strictObject({ name: line(100) });
export const markGoneSchema = z.strictObject({ id: id(), version: version() });

export type AddResidentInput = z.output<typeof addResidentSchema>;
export type ChangeResidentInput = z.output<typeof changeResidentSchema>;
export type FindResidentsInput = z.output<typeof findResidentsSchema>;
export type MarkGoneInput = z.output<typeof markGoneSchema>;
