import { dueOn, serviceAtVisit } from "@/lib/cases/rules";
import type { CaseState } from "@/lib/cases/types";
import { civil, civilOrNull } from "@/lib/db/civil";
import { judge } from "@/lib/law/rules";
import { dateRefusals } from "@/lib/residents/rules";
import { wishRefusal } from "@/lib/requests/rules";
import type { RequestState } from "@/lib/requests/types";
import { civilDateOf } from "@/lib/time/calendar";
import type { VisitRequest } from "@/tests/builders/plain";
import { broken, groupedBy, type Rule } from "./view";

const requestName = ({ reference, state }: VisitRequest) => `${reference} ${state}`;

const CASES_IN: Readonly<Record<RequestState, readonly CaseState[]>> = {
  DRAFT: ["DRAFT"],
  SENT: ["REQUESTED"],
  QUESTIONED: ["REQUESTED"],
  ACCEPTED: ["ACCEPTED", "APPLIED", "CLOSED"],
  DECLINED: ["CLOSED"],
  WITHDRAWN: ["CLOSED"],
  CLOSED: ["CLOSED"],
};

export const requestRules: Readonly<Record<string, Rule>> = {
  "the cases of a request are where the request is": (city) =>
    broken(
      city.rows.visitRequest,
      ({ id, state }) => {
        const states = city.casesOf(id).map((one) => one.state);
        return states.length === 0 || states.some((one) => !CASES_IN[state].includes(one)) || (state === "ACCEPTED" && states.every((one) => one === "CLOSED"));
      },
      requestName,
    ),

  "a request has the instants and the reason of its state, in order": (city) =>
    broken(
      city.rows.visitRequest,
      ({ state, createdAt, informedAt, sentAt, decidedAt, closedAt, questionReason, declineReason, withdrawReason }) => {
        const steps = [createdAt, sentAt, decidedAt, closedAt].filter((one) => one !== null);
        const inOrder = steps.every((one, index) => index === 0 || one >= steps[index - 1]!);
        const isDecided = state !== "DRAFT" && state !== "SENT" && state !== "WITHDRAWN";
        const isClosed = state === "CLOSED" || state === "DECLINED" || state === "WITHDRAWN";
        return (
          !inOrder ||
          (state === "DRAFT") !== (sentAt === null) ||
          (sentAt === null) !== (informedAt === null) ||
          (isDecided && decidedAt === null) ||
          isClosed !== (closedAt !== null) ||
          (state === "QUESTIONED") !== (questionReason !== null) ||
          (state === "DECLINED") !== (declineReason !== null) ||
          (state === "WITHDRAWN") !== (withdrawReason !== null)
        );
      },
      requestName,
    ),

  "R54: a wish lay in the future and on an open day when it was written": (city) =>
    broken(
      city.rows.wishWindow,
      ({ requestId, wishedOn, fromMinutes, untilMinutes }) => {
        const request = city.request(requestId);
        return wishRefusal({ date: civil(wishedOn), fromMinutes, untilMinutes }, civilDateOf(request.sentAt ?? request.createdAt), city.closuresOf(request.facilityId)) !== null;
      },
      ({ requestId }) => requestName(city.request(requestId)),
    ),

  "R59: every case that was asked for has the deadline that its facts give": (city) =>
    broken(
      city.rows.case,
      (one) => {
        if (one.state === "DRAFT") return one.dueOn !== null;
        if (one.state === "CLOSED") return false;
        const { custody, idExpiresOn } = city.facts(one.residentId);
        const askedOn = civilDateOf(city.request(one.requestId).sentAt!);
        return civilOrNull(one.dueOn) !== dueOn({ service: serviceAtVisit(one.service, one.state), askedOn, neededOn: civilOrNull(one.neededBy), idExpiresOn, custody }, city.parameters);
      },
      ({ id, state }) => `${id} ${state}`,
    ),

  "nobody is asked for twice with the same service": (city) => {
    const open = city.rows.case.filter(({ state }) => state !== "CLOSED").map(({ residentId, service }) => `${residentId} ${service}`);
    return open.filter((one, index) => open.indexOf(one) < index);
  },

  "closed cases have a reason and an instant, open ones neither": (city) =>
    broken(city.rows.case, ({ state, closeReason, closedAt }) => (state === "CLOSED") !== (closeReason !== null) || (closeReason === null) !== (closedAt === null), ({ id }) => id),

  "cases concern people of the house that asks": (city) => broken(city.rows.case, (one) => city.resident(one.residentId).facilityId !== one.facilityId || city.request(one.requestId).facilityId !== one.facilityId, ({ id }) => id),

  "what is stated about a person can be true": (city) => broken(city.rows.resident, ({ id }) => dateRefusals(city.facts(id), city.today).length > 0, ({ id }) => id),

  "a card that has expired is called so": (city) => broken(city.rows.resident, ({ idCardState, idExpiresOn }) => idExpiresOn !== null && (idCardState === "EXPIRED") !== (civil(idExpiresOn) < city.today), ({ id }) => id),

  "facts of custody exist for inmates and for nobody else": (city) =>
    broken(city.rows.resident, ({ id, facilityId }) => (city.facility(facilityId).kind === "PRISON") !== city.rows.residentCustody.some(({ residentId }) => residentId === id), ({ id }) => id),
};

/** The law looks at every person of a city, which takes its time; it is asked on some days only. */
export const lawRules: Readonly<Record<string, Rule>> = {
  "R01, R20 to R23: nothing was sent that the law refuses": (city) =>
    city.rows.visitRequest.filter(({ state }) => state !== "DRAFT").flatMap((request) =>
      [...groupedBy(city.casesOf(request.id), ({ residentId }) => residentId)].flatMap(([residentId, cases]) => {
        const context = { today: civilDateOf(request.sentAt!), visitOn: null, parameters: city.parameters, photoBy: "AUTHORITY", isOutsideServiceHours: false } as const;
        return judge(city.facts(residentId), cases.map(({ service }) => service), context).blockers.map(({ code }) => `${requestName(request)} ${code}`);
      }),
    ),
};
