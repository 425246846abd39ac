/** The people who are visited: the roster of a facility, and what care and custody mean for the visit. */
import { columnsOf, none, sealed } from "@/lib/privacy/entry";
import type { Register } from "@/lib/privacy/types";

const roster = columnsOf("resident", "PUBLIC_TASK", "roster");
const list = columnsOf("resident", "PUBLIC_TASK", "rosterImport");
const health = columnsOf("resident", "HEALTH", "roster");
const custody = columnsOf("resident", "CUSTODY", "roster");

export const people = {
  Resident: {
    lastName: roster("identify", { isFreeText: true }),
    firstNames: roster("identify", { isFreeText: true }),
    bornOn: roster("identify"),
    nationality: roster("judgeEligibility"),
    mainResidence: roster("judgeCompetence"),
    idCardState: roster("judgeDuty"),
    idExpiresOn: roster("judgeDuty"),
    isExpiryMonthOnly: roster("judgeDuty"),
    hasValidPassport: roster("judgeDuty"),
    recognitionKey: roster("identify"),
    goneOn: roster("identify"),
    restrictedAt: roster("restrict"),
    confirmedAt: roster("identify"),
    ...none("id", "facilityId", "version", "createdAt"),
  },
  ResidentCare: {
    sealed: health("judgeRepresentation", sealed),
    ...none("residentId"),
  },
  ResidentCustody: {
    sealed: custody("judgeDuty", sealed),
    ...none("residentId"),
  },
  ReleaseForecast: {
    sealed: custody("judgeDuty", sealed),
    statedById: columnsOf("account", "PUBLIC_TASK", "roster")("prove"),
    ...none("id", "residentId", "statedAt"),
  },
  RosterImport: {
    userId: columnsOf("account", "PUBLIC_TASK", "rosterImport")("keepTyped"),
    sealed: list("keepTyped", { ...sealed, isFreeText: true }),
    ...none("id", "facilityId", "createdAt", "expiresAt"),
  },
} as const satisfies Register;
