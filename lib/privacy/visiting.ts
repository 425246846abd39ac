/** Tours and visits, who goes there, and what came of it. */
import { columnsOf, none, sealed, typed } from "@/lib/privacy/entry";
import type { Register } from "@/lib/privacy/types";

const note = columnsOf("anybody", "PUBLIC_TASK", "visit");
const outcome = columnsOf("resident", "PUBLIC_TASK", "case");
/** Why nothing came of it says that somebody is ill, in hospital, in custody or free again. */
const finding = columnsOf("resident", "HEALTH", "case");
const crew = columnsOf("staff", "EMPLOYMENT", "crew");
const absence = columnsOf("staff", "EMPLOYMENT", "absence");
const planner = columnsOf("account", "EMPLOYMENT", "crew");
const driver = columnsOf("account", "EMPLOYMENT", "case");

export const visiting = {
  Tour: none("id", "reference", "state", "tourOn", "departsAt", "returnsAt", "kitId", "vehicleId", "startedAt", "endedAt", "version", "createdAt"),
  TourMember: { staffId: crew("planCrew"), ...none("tourId") },
  Reservation: {
    staffId: crew("planCrew"),
    reasonSealed: absence("planCrew", sealed),
    ...none("id", "kitId", "vehicleId", "purpose", "tourId", "startsAt", "endsAt", "releasedAt", "createdAt"),
  },
  LeftFinding: { leftById: planner("prove"), ...none("id", "hash", "tourId", "reason", "leftAt") },
  Visit: {
    internalNoteSealed: note("coordinate", { ...typed, ...sealed }),
    crewNoteSealed: note("coordinate", { ...typed, ...sealed }),
    ...none("id", "reference", "facilityId", "state", "tourId", "startsAt", "endsAt", "gateMinutes", "setupMinutes", "packDownMinutes"),
    ...none("placeKind", "placeName", "placeStreet", "placePostalCode", "placeCity", "placeDistrict", "placeLatitude", "placeLongitude"),
    ...none("visitCode", "calendarUid", "calendarSequence", "hasCalendarEntry", "announcedAt", "confirmedAt", "questionedAt", "questionReason", "clearedAt", "version", "createdAt"),
  },
  Appointment: {
    caseId: outcome("identify"),
    kind: outcome("planVisit"),
    outcome: outcome("documentOutcome"),
    impedimentSealed: finding("documentOutcome", sealed),
    leaveReasonSealed: finding("planVisit", sealed),
    outcomeAt: outcome("documentOutcome"),
    outcomeById: driver("documentOutcome"),
    isEnvelopeRecorded: driver("documentOutcome"),
    ...none("id", "visitId", "facilityId", "position", "removedAt", "joinedAt", "version"),
  },
} as const satisfies Register;
