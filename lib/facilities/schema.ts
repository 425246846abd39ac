import { z } from "zod";
import { choice, email, line, optionalText, ticked, time, version, wholeNumber, optionalLine } from "@/lib/forms/fields";
import { mobileReceptions } from "@/lib/facilities/types";

const longestGateMinutes = 240;

/** Contact and site sheet of the own house. */
export const changeSiteSchema = z.strictObject({
  version: version(),
  contactName: line(100),
  contactPhone: line(40),
  contactEmail: email(),
  room: line(200),
  hasTable: ticked(),
  hasSocket: ticked(),
  hasPhotoSpace: ticked(),
  hasStepFreeWay: ticked(),
  mobileReception: choice(mobileReceptions),
  parking: optionalLine(300),
  accessNote: optionalText(1000),
  /** Asked for in a prison only. */
  gateMinutes: wholeNumber(0, longestGateMinutes).default(0),
  visitsFrom: time(),
  visitsUntil: time(),
  back: optionalLine(300),
});
export type ChangeSiteInput = z.output<typeof changeSiteSchema>;

/** That everything still holds as the page showed it. */
export const confirmSiteSchema = z.strictObject({ version: version() });
export type ConfirmSiteInput = z.output<typeof confirmSiteSchema>;
