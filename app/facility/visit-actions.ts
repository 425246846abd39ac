import { action } from "@/app/_shell/action";
import { addToVisit, findForVisit, joinVisit } from "@/lib/joining/commands";
import { addToVisitSchema, findForVisitSchema, joinVisitSchema } from "@/lib/joining/schema";
import { leaveVisit } from "@/lib/leaving/commands";
import { leaveVisitSchema } from "@/lib/leaving/schema";
import { orderPerson } from "@/lib/people-order/commands";
import { orderPersonSchema } from "@/lib/people-order/schema";

/** The forms with which a house says who comes to an announced visit. */
export const visitActions = {
  "visits.leave": action({
    permission: "facility.visits.people",
    schema: leaveVisitSchema,
    run: leaveVisit,
    then: ({ id, isCancelled, isGone }) => ({ to: `/facility/visits/${id}`, notice: isCancelled ? "visitLeftEmpty" : isGone ? "personLeftForGood" : "personLeft" }),
  }),
  "visits.order": action({
    permission: "facility.visits.people",
    schema: orderPersonSchema,
    run: orderPerson,
    then: ({ id }, { resident }) => ({ to: `/facility/visits/${id}#person-${resident}` }),
  }),
  "visits.join": action({
    permission: "facility.visits.people",
    schema: joinVisitSchema,
    run: joinVisit,
    then: ({ id }) => ({ to: `/facility/visits/${id}`, notice: "personJoined" }),
  }),
  "visits.findPerson": action({
    permission: "facility.visits.people",
    schema: findForVisitSchema,
    run: findForVisit,
    then: ({ id, ids }) => ({ to: `/facility/visits/${id}/add?found=${ids.join(".")}` }),
    fieldOf: { "resident.noneFound": "name", "resident.tooManyFound": "name" },
  }),
  "visits.add": action({
    permission: "facility.visits.people",
    schema: addToVisitSchema,
    run: addToVisit,
    then: ({ id }) => ({ to: `/facility/visits/${id}`, notice: "personJoined" }),
  }),
} as const;
