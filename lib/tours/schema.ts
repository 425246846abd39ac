import { z } from "zod";
import { date, id, ids, time, version } from "@/lib/forms/fields";

const aTour = { id: id(), version: version() };

/** More people than this never go on one tour; the rule about the least is in rules.ts. */
const CREW_MAXIMUM = 8;

export const makeTourSchema = z.strictObject({ tourOn: date(), kitId: id(), vehicleId: id(), staffIds: ids(1, CREW_MAXIMUM), fromMinutes: time(), untilMinutes: time() });
export const changeCrewSchema = z.strictObject({ ...aTour, staffIds: ids(1, CREW_MAXIMUM) });
export const replaceKitSchema = z.strictObject({ ...aTour, kitId: id() });
export const replaceVehicleSchema = z.strictObject({ ...aTour, vehicleId: id() });
export const changeFrameSchema = z.strictObject({ ...aTour, fromMinutes: time(), untilMinutes: time() });
export const cancelTourSchema = z.strictObject(aTour);
export const announceTourSchema = z.strictObject(aTour);
export const startTourSchema = z.strictObject(aTour);
export const finishTourSchema = z.strictObject(aTour);
