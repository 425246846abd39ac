import { instantOf } from "@/lib/time/calendar";
import { violatedConstraint } from "@/lib/db/constraints";
import { GUARDS } from "@/lib/db/guards";
import { dateColumn } from "@/lib/db/civil";
import { aFactor, aFactorReset, aMembership, aSession, aUser } from "@/tests/builders/accounts";
import { aClosure, aFacility, aSiteSheet } from "@/tests/builders/facilities";
import { BUILT_AT, BUILT_DAY, idOf } from "@/tests/builders/ids";
import { aMailOrder, legalParameters } from "@/tests/builders/records";
import { aBlockedTime, aCase, anAppointment, aRequest, aVisit, aWish } from "@/tests/builders/requests";
import { aResident } from "@/tests/builders/residents";
import { aKit, aStaffMember, aVehicle, trainingOf } from "@/tests/builders/resources";
import { store, type Rows } from "@/tests/builders/store";
import { aBookedTour, anAbsence, aRepair } from "@/tests/builders/tours";
import type { PrismaClient } from "@/prisma/generated/client/client";
import { useDatabase } from "./database";

const database = useDatabase();

const home = aFacility();
const kit = aKit();
const vehicle = aVehicle();
const crew = [aStaffMember(), aStaffMember()];
const resident = aResident({ facilityId: home.id });
const request = aRequest({ facilityId: home.id, state: "ACCEPTED" });
const accepted = aCase({ requestId: request.id, residentId: resident.id, facilityId: home.id, state: "ACCEPTED" });
const tour = aBookedTour({ kit, vehicle, crew });
const at = (hour: number) => instantOf(BUILT_DAY, hour * 60);
const standing = aVisit(home, { state: "PLANNED", tourId: tour.tour.id, startsAt: at(9), endsAt: at(11) });
const appointment = anAppointment({ visitId: standing.id, caseId: accepted.id, facilityId: home.id });
const user = aUser();
const ownRole = aMembership({ userId: user.id, role: "CREW" });
const [parameter] = legalParameters();

beforeAll(async () => {
  await store(database.prisma(), {
    facility: [home],
    caseKit: [kit],
    vehicle: [vehicle],
    staffMember: crew,
    resident: [resident],
    visitRequest: [request],
    case: [accepted],
    tour: [tour.tour],
    tourMember: tour.members,
    reservation: tour.reservations,
    visit: [standing],
    appointment: [appointment],
    user: [user],
    membership: [ownRole],
  });
});

/** Rows to store, or a change of what stands. */
type Attempt = Partial<Rows> | ((prisma: PrismaClient) => Promise<unknown>);

/** Which named constraint refuses the rows; null when all of them were taken. */
async function refusedBy(attempt: Attempt): Promise<string | null> {
  try {
    await (typeof attempt === "function" ? attempt(database.prisma()) : store(database.prisma(), attempt));
    return null;
  } catch (error) {
    const name = violatedConstraint(error);
    if (name === null) throw error;
    return name;
  }
}

const other = aCase({ requestId: request.id, residentId: resident.id, facilityId: home.id, service: "ADDRESS_CHANGE", state: "ACCEPTED" });
const visitAt = (from: number, until: number) => aVisit(home, { state: "PLANNED", tourId: tour.tour.id, startsAt: at(from), endsAt: at(until) });

/** What each guard refuses, and where it says much: what it must let pass. */
const REFUSED: Readonly<Record<string, readonly (() => Attempt)[]>> = {
  reservation_no_overlap: [
    () => ({ reservation: [aRepair({ kitId: kit.id, startsAt: at(12), endsAt: at(14) })] }),
    () => ({ reservation: [anAbsence({ staffId: crew[0]!.id, startsAt: at(7), endsAt: at(20) })] }),
    () => ({ reservation: [aRepair({ vehicleId: vehicle.id, kitId: null as never, startsAt: at(8), endsAt: at(9) })] }),
  ],
  reservation_one_resource: [
    () => ({ reservation: [{ ...aRepair({ kitId: kit.id, startsAt: at(14), endsAt: at(15) }), vehicleId: vehicle.id }] }),
    () => ({ reservation: [{ ...aRepair({ kitId: kit.id, startsAt: at(14), endsAt: at(15) }), kitId: null }] }),
  ],
  reservation_forward: [() => ({ reservation: [aRepair({ kitId: kit.id, startsAt: at(15), endsAt: at(15) })] })],
  reservation_tour_purpose: [
    () => ({ reservation: [aRepair({ kitId: kit.id, startsAt: at(14), endsAt: at(15), purpose: "TOUR" })] }),
    () => ({ reservation: [aRepair({ kitId: kit.id, startsAt: at(14), endsAt: at(15), tourId: tour.tour.id })] }),
  ],
  visit_forward: [() => ({ visit: [visitAt(12, 12)] })],
  visit_placed_has_times: [
    () => ({ visit: [aVisit(home, { state: "PLANNED" })] }),
    () => ({ visit: [aVisit(home, { state: "TO_PLAN", tourId: tour.tour.id })] }),
    () => ({ visit: [aVisit(home, { state: "DONE", tourId: tour.tour.id, startsAt: at(12), endsAt: null })] }),
  ],
  visit_no_overlap_in_tour: [() => ({ visit: [visitAt(10, 12)] })],
  appointment_case_open_once: [() => ({ appointment: [anAppointment({ visitId: standing.id, caseId: accepted.id, facilityId: home.id, position: 2 })] })],
  appointment_outcome_dated: [() => ({ case: [other], appointment: [anAppointment({ visitId: standing.id, caseId: other.id, facilityId: home.id, outcome: "ADDRESS_CHANGED" })] })],
  appointment_impediment_reason: [
    () => ({ appointment: [anAppointment({ visitId: standing.id, caseId: other.id, facilityId: home.id, outcome: "NOT_POSSIBLE", outcomeAt: BUILT_AT })] }),
    () => ({ appointment: [anAppointment({ visitId: standing.id, caseId: other.id, facilityId: home.id, outcome: "ADDRESS_CHANGED", impediment: "ABSENT", outcomeAt: BUILT_AT })] }),
  ],
  appointment_impediment_sealed: [() => (prisma) => prisma.appointment.update({ where: { id: appointment.id }, data: { outcome: "NOT_POSSIBLE", outcomeAt: BUILT_AT, impedimentSealed: "ABSENT" } })],
  appointment_leave_reason_sealed: [() => (prisma) => prisma.appointment.update({ where: { id: appointment.id }, data: { removedAt: BUILT_AT, leaveReasonSealed: "IN_HOSPITAL" } })],
  appointment_left_before_outcome: [
    () => ({ appointment: [anAppointment({ visitId: standing.id, caseId: accepted.id, facilityId: home.id, leaveReason: "IN_HOSPITAL" })] }),
    () => ({ appointment: [anAppointment({ visitId: standing.id, caseId: accepted.id, facilityId: home.id, leaveReason: "IN_HOSPITAL", removedAt: BUILT_AT, outcome: "APPLIED", outcomeAt: BUILT_AT })] }),
  ],
  appointment_envelope_of_application: [() => (prisma) => prisma.appointment.update({ where: { id: appointment.id }, data: { isEnvelopeRecorded: true } })],
  resident_care_sealed: [() => (prisma) => prisma.residentCare.create({ data: { residentId: resident.id, sealed: "BEDSIDE" } })],
  resident_custody_sealed: [() => (prisma) => prisma.residentCustody.create({ data: { residentId: resident.id, sealed: "" } })],
  release_forecast_sealed: [() => (prisma) => prisma.releaseForecast.create({ data: { residentId: resident.id, sealed: "2027-05-31", statedAt: BUILT_AT } })],
  left_finding_keyed: [() => async (prisma) => prisma.leftFinding.create({ data: { hash: "2027-05-31", tourId: (await prisma.tour.findFirstOrThrow()).id, reason: "AGREED", leftAt: BUILT_AT } })],
  visit_request_notes_sealed: [
    () => (prisma) => prisma.visitRequest.update({ where: { id: request.id }, data: { facilityNoteSealed: "note" } }),
    () => (prisma) => prisma.visitRequest.update({ where: { id: request.id }, data: { officeNoteSealed: "note" } }),
  ],
  visit_notes_sealed: [
    () => (prisma) => prisma.visit.update({ where: { id: standing.id }, data: { internalNoteSealed: "note" } }),
    () => (prisma) => prisma.visit.update({ where: { id: standing.id }, data: { crewNoteSealed: "s2.k1.note" } }),
  ],
  reservation_reason_sealed: [() => (prisma) => prisma.reservation.updateMany({ data: { reasonSealed: "ILLNESS" } })],
  data_key_probe_sealed: [() => (prisma) => prisma.dataKey.create({ data: { id: "k1", probe: "probe" } })],
  tour_forward: [() => ({ tour: [aBookedTour({ kit, vehicle, crew }, { departsAt: at(9), returnsAt: at(9) }).tour] })],
  case_closed_with_reason: [
    () => ({ case: [aCase({ requestId: request.id, residentId: resident.id, facilityId: home.id, service: "HAND_OVER", state: "CLOSED" })] }),
    () => ({ case: [aCase({ requestId: request.id, residentId: resident.id, facilityId: home.id, service: "HAND_OVER", closeReason: "DONE", closedAt: BUILT_AT })] }),
    () => ({ case: [aCase({ requestId: request.id, residentId: resident.id, facilityId: home.id, service: "HAND_OVER", state: "CLOSED", closeReason: "DONE" })] }),
  ],
  visit_request_sent_informed: [() => ({ visitRequest: [aRequest({ facilityId: home.id, informedAt: null })] })],
  visit_request_reasons: [
    () => ({ visitRequest: [aRequest({ facilityId: home.id, state: "DECLINED" })] }),
    () => ({ visitRequest: [aRequest({ facilityId: home.id, state: "QUESTIONED" })] }),
    () => ({ visitRequest: [aRequest({ facilityId: home.id, state: "WITHDRAWN" })] }),
    () => ({ visitRequest: [aRequest({ facilityId: home.id, state: "ACCEPTED", sentAt: null })] }),
  ],
  blocked_time_days: [() => ({ blockedTime: [aBlockedTime({ requestId: request.id, firstOn: dateColumn("2026-12-02"), lastOn: dateColumn("2026-12-01") })] })],
  blocked_time_forward: [
    () => ({ blockedTime: [aBlockedTime({ requestId: request.id, fromMinutes: 600, untilMinutes: 600 })] }),
    () => ({ blockedTime: [aBlockedTime({ requestId: request.id, untilMinutes: 1441 })] }),
    () => ({ blockedTime: [aBlockedTime({ requestId: request.id, fromMinutes: -1 })] }),
  ],
  wish_window_forward: [
    () => ({ wishWindow: [aWish({ requestId: request.id, fromMinutes: 600, untilMinutes: 600 })] }),
    () => ({ wishWindow: [aWish({ requestId: request.id, untilMinutes: 1441 })] }),
    () => ({ wishWindow: [aWish({ requestId: request.id, fromMinutes: -1 })] }),
  ],
  membership_facility_role: [
    () => ({ membership: [aMembership({ userId: user.id, role: "FACILITY_STAFF" })] }),
    () => ({ membership: [aMembership({ userId: user.id, role: "TEAM_LEAD", facilityId: home.id })] }),
  ],
  membership_lead_of_house: [
    () => ({ membership: [aMembership({ userId: user.id, role: "TEAM_LEAD", isLead: true })] }),
    () => ({ membership: [aMembership({ userId: user.id, role: "FACILITY_STAFF", facilityId: home.id, isLead: true, endedAt: BUILT_AT })] }),
  ],
  user_email_lower_case: [() => ({ user: [aUser({ email: "Gross@haus.example" })] })],
  session_factor_dated: [
    () => ({ session: [aSession({ userId: user.id, membershipId: ownRole.id, factorAt: BUILT_AT })] }),
    () => ({ session: [aSession({ userId: user.id, membershipId: ownRole.id, factorWay: "TOTP" })] }),
  ],
  factor_whole: [
    () => ({ factor: [aFactor({ userId: user.id, sealedSecret: null })] }),
    () => ({ factor: [aFactor({ userId: user.id, credentialId: "id" })] }),
    () => ({ factor: [aFactor({ userId: user.id, kind: "PASSKEY" })] }),
    () => ({ factor: [aFactor({ userId: user.id, kind: "PASSKEY", sealedSecret: null, credentialId: "id", publicKey: "key", signCount: 0n, confirmedAt: null })] }),
  ],
  deletion_hold_ended: [
    () => (prisma) => prisma.deletionHold.create({ data: { id: tour.tour.id, requestId: request.id, reason: "LEGAL_DISPUTE", untilOn: dateColumn(BUILT_DAY), setById: user.id, endedById: user.id } }),
  ],
  deletion_hold_about: [
    () => (prisma) => prisma.deletionHold.create({ data: { reason: "OBJECTION", setById: user.id } }),
    () => (prisma) => prisma.deletionHold.create({ data: { requestId: request.id, reason: "COMPLAINT", setById: user.id } }),
    () => (prisma) => prisma.deletionHold.create({ data: { residentId: user.id, reason: "OBJECTION", untilOn: dateColumn(BUILT_DAY), setById: user.id } }),
  ],
  deletion_hold_told_before: [
    () => (prisma) => prisma.deletionHold.create({ data: { residentId: user.id, reason: "OBJECTION", setById: user.id, endedAt: BUILT_AT, endedById: user.id } }),
  ],
  figure_positive: [() => (prisma) => prisma.figure.create({ data: { monthOn: dateColumn(BUILT_DAY), facilityId: home.id, kind: "CASE", service: "ID_CARD", result: "APPLIED", count: 0 } })],
  factor_throttle_counts: [() => ({ factorThrottle: [{ userId: user.id, failures: 0, lastAt: BUILT_AT, waitUntil: BUILT_AT }] })],
  factor_reset_two_people: [
    () => ({ factorReset: [aFactorReset({ userId: user.id, askedById: user.id })] }),
    () => ({ factorReset: [aFactorReset({ userId: user.id, askedById: ownRole.id, decidedById: ownRole.id, decidedAt: BUILT_AT, isConfirmed: true })] }),
    () => ({ factorReset: [aFactorReset({ userId: user.id, askedById: ownRole.id, decidedById: user.id, decidedAt: BUILT_AT, isConfirmed: true })] }),
  ],
  factor_reset_decided: [
    () => ({ factorReset: [aFactorReset({ userId: user.id, askedById: ownRole.id, decidedAt: BUILT_AT })] }),
    () => ({ factorReset: [aFactorReset({ userId: user.id, askedById: ownRole.id, isConfirmed: true })] }),
  ],
  factor_reset_open_once: [() => ({ factorReset: [aFactorReset({ userId: user.id, askedById: ownRole.id }), aFactorReset({ userId: user.id, askedById: ownRole.id })] })],
  roster_import_sealed: [() => (prisma) => prisma.rosterImport.create({ data: { facilityId: home.id, userId: user.id, sealed: "Muster;Erika", expiresAt: BUILT_AT } })],
  resident_expiry_month: [
    () => ({ resident: [aResident({ facilityId: home.id, isExpiryMonthOnly: true, idExpiresOn: null })] }),
    () => ({ resident: [aResident({ facilityId: home.id, isExpiryMonthOnly: true, idExpiresOn: dateColumn("2027-03-02") })] }),
  ],
  site_sheet_hours: [
    () => ({ siteSheet: [aSiteSheet({ facilityId: home.id, visitsFrom: 900, visitsUntil: 900 })] }),
    () => ({ siteSheet: [aSiteSheet({ facilityId: home.id, visitsUntil: 1441 })] }),
    () => ({ siteSheet: [aSiteSheet({ facilityId: home.id, gateMinutes: 241 })] }),
  ],
  closure_forward: [() => ({ closure: [aClosure({ untilOn: dateColumn(BUILT_DAY) })] })],
  closure_place: [() => ({ closure: [aClosure({ facilityId: home.id })] }), () => ({ closure: [aClosure({ kind: "FACILITY_CLOSED" })] })],
  training_forward: [() => ({ training: [trainingOf(crew[0]!, { validUntilOn: dateColumn("2024-01-01") })] })],
  kit_consumable_not_negative: [() => ({ kitConsumable: [{ kitId: kit.id, kind: "PAPER", count: -1, minimum: 0, updatedAt: BUILT_AT }] })],
  mail_order_sent_dated: [() => ({ mailOrder: [aMailOrder({ state: "SENT" })] }), () => ({ mailOrder: [aMailOrder({ sentAt: BUILT_AT })] })],
  case_shipping_of_card: [() => ({ case: [aCase({ requestId: request.id, residentId: resident.id, facilityId: home.id, service: "HAND_OVER", isShippingWanted: true })] })],
  case_authorised_document: [() => ({ case: [aCase({ requestId: request.id, residentId: resident.id, facilityId: home.id, service: "HAND_OVER", authorisedOn: dateColumn(BUILT_DAY) })] })],
  case_fee_decision_whole: [
    () => ({ case: [aCase({ requestId: request.id, residentId: resident.id, facilityId: home.id, service: "PROVISIONAL_ID", feeDecision: "WAIVED" })] }),
    () => ({ case: [aCase({ requestId: request.id, residentId: resident.id, facilityId: home.id, service: "PROVISIONAL_ID", feeDecision: "REDUCED", feeDecisionReason: "NO_OWN_MEANS" })] }),
    () => ({ case: [aCase({ requestId: request.id, residentId: resident.id, facilityId: home.id, service: "PROVISIONAL_ID", feeDecision: "WAIVED", feeDecisionReason: "NO_OWN_MEANS", reducedFeeCents: 100 })] }),
    () => ({ case: [aCase({ requestId: request.id, residentId: resident.id, facilityId: home.id, service: "PROVISIONAL_ID", feeDecision: "REDUCED", feeDecisionReason: "NO_OWN_MEANS", reducedFeeCents: 0 })] }),
  ],
  legal_parameter_value_in_range: [
    () => ({ legalParameter: [{ ...parameter!, id: idOf("negative"), validFromOn: dateColumn("2030-01-01"), value: -1 }] }),
    () => ({ legalParameter: [{ ...parameter!, id: idOf("much"), validFromOn: dateColumn("2030-01-01"), unit: "CENTS", value: 100_001 }] }),
    () => ({ legalParameter: [{ ...parameter!, id: idOf("month 13"), validFromOn: dateColumn("2030-01-01"), unit: "MONTH_OF_YEAR", value: 13 }] }),
    () => ({ legalParameter: [{ ...parameter!, id: idOf("no unit"), validFromOn: dateColumn("2030-01-01"), unit: "YARDS" }] }),
  ],
  legal_parameter_sourced: [() => ({ legalParameter: [{ ...parameter!, id: idOf("no source"), validFromOn: dateColumn("2030-01-01"), source: "" }] })],
  legal_parameter_forward: [() => ({ legalParameter: [{ ...parameter!, validUntilOn: parameter!.validFromOn }] })],
};

describe("what must never happen is refused by the database itself", () => {
  test.each(Object.entries(REFUSED).flatMap(([name, attempts]) => attempts.map((rows, index) => [name, index + 1, rows] as const)))("%s (%i)", async (name, _index, rows) => {
    await expect(refusedBy(rows())).resolves.toBe(name);
  });

  test("every guard has an attempt that it refuses", () => {
    expect(Object.keys(REFUSED).sort()).toEqual(Object.keys(GUARDS).sort());
  });

  test("one role is held once, until it has ended", async () => {
    const held = aMembership({ userId: user.id, role: "TEAM_LEAD", endedAt: BUILT_AT });
    await expect(refusedBy({ membership: [held, aMembership({ userId: user.id, role: "TEAM_LEAD" })] })).resolves.toBeNull();
    await expect(refusedBy({ membership: [aMembership({ userId: user.id, role: "TEAM_LEAD" })] })).resolves.toBe("membership_once");
  });
});

describe("what borders on the forbidden is allowed", () => {
  test("R52: a reservation may begin when another one ends, and lie in one that was released", async () => {
    const after = aRepair({ kitId: kit.id, startsAt: at(13), endsAt: at(14) });
    const released = aRepair({ kitId: kit.id, startsAt: at(8), endsAt: at(13), releasedAt: BUILT_AT });
    await expect(refusedBy({ reservation: [after, released] })).resolves.toBeNull();
  });

  test("two visits of a tour may follow each other; a cancelled one is in nobody's way", async () => {
    const next = visitAt(11, 12);
    const cancelled = { ...visitAt(9, 10), state: "CANCELLED" as const };
    await expect(refusedBy({ visit: [next, cancelled] })).resolves.toBeNull();
  });

  test("a case may come to a second visit once the first has an outcome", async () => {
    await database.prisma().appointment.update({ where: { id: appointment.id }, data: { outcome: "APPLIED", outcomeAt: BUILT_AT } });
    const handOver = anAppointment({ visitId: standing.id, caseId: accepted.id, facilityId: home.id, kind: "HAND_OVER", position: 2 });
    await expect(refusedBy({ appointment: [handOver] })).resolves.toBeNull();
  });
});
