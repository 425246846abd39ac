import { action, type Destination } from "@/app/_shell/action";
import { ownPath } from "@/app/_shell/current";
import { changeSite, confirmSite } from "@/lib/facilities/commands";
import { changeSiteSchema, confirmSiteSchema } from "@/lib/facilities/schema";
import type { NoticeCode } from "@/lib/messages/notices";
import { addResident, changeResident, findResidents, markGone } from "@/lib/residents/commands";
import { addResidentSchema, changeResidentSchema, findResidentsSchema, markGoneSchema } from "@/lib/residents/schema";
import { confirmVisit, questionVisit } from "@/lib/visits/commands";
import { confirmVisitSchema, questionVisitSchema } from "@/lib/visits/schema";

/** Back to where the person came from, else to the page of what was changed. */
function backOr(back: string, page: string, notice: NoticeCode): Destination {
  return { to: ownPath(back) ?? page, notice };
}

const dateFields = {
  "resident.bornInTheFuture": "bornOn",
  "resident.bornTooLongAgo": "bornOn",
  "resident.alreadyListed": "lastName",
  "resident.justListed": "lastName",
  "resident.maybeListed": "isOther",
  "resident.custodyKindMissing": "custodyKind",
  "resident.custodyInTheFuture": "custodySinceOn",
  "resident.releaseInThePast": "releaseOn",
  "resident.releaseBeforeCustody": "releaseOn",
} as const;

/** The forms about persons, the house and announced dates. */
export const facilityActions = {
  "residents.find": action({
    permission: "facility.residents.view",
    schema: findResidentsSchema,
    run: findResidents,
    then: ({ ids }) => ({ to: `/facility/residents?found=${ids.join(".")}` }),
    fieldOf: { "resident.noneFound": "name", "resident.tooManyFound": "name" },
  }),
  "residents.add": action({
    permission: "facility.residents.edit",
    schema: addResidentSchema,
    run: addResident,
    then: ({ id }, { back }) => backOr(back, `/facility/residents/${id}`, "residentAdded"),
    fieldOf: dateFields,
  }),
  "residents.change": action({
    permission: "facility.residents.edit",
    schema: changeResidentSchema,
    run: changeResident,
    then: ({ id }, { back }) => backOr(back, `/facility/residents/${id}`, "saved"),
    fieldOf: dateFields,
  }),
  "residents.markGone": action({
    permission: "facility.residents.edit",
    schema: markGoneSchema,
    run: markGone,
    then: () => ({ to: "/facility/residents", notice: "residentGone" }),
  }),
  "site.change": action({
    permission: "facility.site.edit",
    schema: changeSiteSchema,
    run: changeSite,
    then: (_value, { back }) => backOr(back, "/facility/site", "saved"),
    fieldOf: { "facility.hoursReversed": "visitsUntil" },
  }),
  "site.confirm": action({
    permission: "facility.site.edit",
    schema: confirmSiteSchema,
    run: confirmSite,
    then: () => ({ to: "/facility/site", notice: "siteConfirmed" }),
  }),
  "visits.confirm": action({
    permission: "facility.visits.answer",
    schema: confirmVisitSchema,
    run: confirmVisit,
    then: ({ id }) => ({ to: `/facility/visits/${id}`, notice: "visitConfirmed" }),
  }),
  "visits.question": action({
    permission: "facility.visits.answer",
    schema: questionVisitSchema,
    run: questionVisit,
    then: ({ id }) => ({ to: `/facility/visits/${id}`, notice: "visitQuestioned" }),
  }),
} as const;
