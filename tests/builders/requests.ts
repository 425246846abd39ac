import { dateColumn } from "@/lib/db/civil";
import type { BlockedTime, Case, Facility, WishWindow } from "@/prisma/generated/client/client";
import type { Appointment, Visit, VisitRequest } from "./plain";
import { placeOf } from "./facilities";
import { BUILT_AT, BUILT_DAY, idOf, nextNumber } from "./ids";

/** A request that the facility has sent. */
export function aRequest(overrides: Partial<VisitRequest> & Pick<VisitRequest, "facilityId">): VisitRequest {
  const number = nextNumber();
  return {
    id: idOf(`request ${number}`),
    reference: `A-TEST${number}`,
    state: "SENT",
    facilityNote: "",
    officeNote: "",
    questionReason: null,
    declineReason: null,
    withdrawReason: null,
    informedAt: BUILT_AT,
    sentAt: BUILT_AT,
    decidedAt: null,
    closedAt: null,
    version: 1,
    createdAt: BUILT_AT,
    ...overrides,
  };
}

/** A request that is still being written. */
export function aDraft(overrides: Partial<VisitRequest> & Pick<VisitRequest, "facilityId">): VisitRequest {
  return aRequest({ state: "DRAFT", informedAt: null, sentAt: null, ...overrides });
}

/** A day on which it does not go. */
export function aBlockedTime(overrides: Partial<BlockedTime> & Pick<BlockedTime, "requestId">): BlockedTime {
  return { id: idOf(`blocked ${nextNumber()}`), firstOn: dateColumn(BUILT_DAY), lastOn: dateColumn(BUILT_DAY), fromMinutes: 0, untilMinutes: 24 * 60, ...overrides };
}

/** A morning that suits. */
export function aWish(overrides: Partial<WishWindow> & Pick<WishWindow, "requestId">): WishWindow {
  return { id: idOf(`wish ${nextNumber()}`), wishedOn: dateColumn(BUILT_DAY), fromMinutes: 9 * 60, untilMinutes: 12 * 60, ...overrides };
}

/** An ID card that was asked for. */
export function aCase(overrides: Partial<Case> & Pick<Case, "requestId" | "residentId" | "facilityId">): Case {
  return {
    id: idOf(`case ${nextNumber()}`),
    service: "ID_CARD",
    state: "REQUESTED",
    closeReason: null,
    closedAt: null,
    neededBy: null,
    dueOn: null,
    reason: null,
    isReductionAsked: false,
    isShippingWanted: false,
    authorisedOn: null,
    feeDecision: null,
    feeDecisionReason: null,
    reducedFeeCents: null,
    version: 1,
    createdAt: BUILT_AT,
    ...overrides,
  };
}

/** A visit to a facility that waits for its place on a tour. */
export function aVisit(facility: Facility, overrides: Partial<Visit> = {}): Visit {
  const number = nextNumber();
  const id = overrides.id ?? idOf(`visit ${number}`);
  return {
    id,
    reference: `B-TEST${number}`,
    ...placeOf(facility),
    state: "TO_PLAN",
    tourId: null,
    startsAt: null,
    endsAt: null,
    gateMinutes: facility.kind === "PRISON" ? 30 : 0,
    setupMinutes: 20,
    packDownMinutes: 15,
    visitCode: String(number % 10_000).padStart(4, "0"),
    calendarUid: `${id}@buergerkoffer.example`,
    calendarSequence: 0,
    hasCalendarEntry: false,
    announcedAt: null,
    confirmedAt: null,
    questionedAt: null,
    questionReason: null,
    clearedAt: null,
    internalNote: "",
    crewNote: "",
    version: 1,
    createdAt: BUILT_AT,
    ...overrides,
  };
}

/** A case in a visit, without an outcome. */
export function anAppointment(overrides: Partial<Appointment> & Pick<Appointment, "visitId" | "caseId" | "facilityId">): Appointment {
  return {
    id: idOf(`appointment ${nextNumber()}`),
    kind: "APPLICATION",
    position: 1,
    outcome: null,
    impediment: null,
    outcomeAt: null,
    outcomeById: null,
    isEnvelopeRecorded: null,
    removedAt: null,
    leaveReason: null,
    joinedAt: null,
    version: 1,
    ...overrides,
  };
}
