import { action } from "@/app/_shell/action";
import { enterAbsenceFormSchema, takeVisitSchema } from "@/lib/board/schema";
import { joinVisit } from "@/lib/joining/commands";
import { joinVisitSchema } from "@/lib/joining/schema";
import { endAbsence, enterAbsence } from "@/lib/reservations/commands";
import { endAbsenceSchema } from "@/lib/reservations/schema";
import { cancelTour, changeCrew, changeFrame, makeTour, replaceKit, replaceVehicle } from "@/lib/tours/commands";
import { announceTourSchema, cancelTourSchema, changeCrewSchema, changeFrameSchema, makeTourSchema, replaceKitSchema, replaceVehicleSchema } from "@/lib/tours/schema";
import { announceTour, announceVisit, moveVisit, placeVisit, recordClearance, removeVisit } from "@/lib/visits/commands";
import { announceVisitSchema, moveVisitSchema, placeVisitSchema, recordClearanceSchema, removeVisitSchema } from "@/lib/visits/schema";

const tourPage = (id: string): string => `/office/tours/${id}`;
const visitPage = (id: string): string => `/office/visits/${id}`;

const crewField = { "tour.crewTooSmall": "staffIds", "tour.crewTwice": "staffIds", "staff.inactive": "staffIds", "staff.neverTrained": "staffIds", "staff.trainingNotValid": "staffIds" } as const;
const kitField = { "kit.notOperational": "kitId", "kit.notYetInService": "kitId", "kit.contractEnded": "kitId" } as const;
const frameField = { "tour.outsideServiceHours": "fromMinutes", "visit.inThePast": "fromMinutes", "resource.endsBeforeStart": "untilMinutes" } as const;
const startField = { "tour.visitInTheWay": "startMinutes", "tour.outsideServiceHours": "startMinutes", "visit.outsideVisitHours": "startMinutes", "visit.inThePast": "startMinutes", "tour.noRoom": "tourId" } as const;

/** The forms of the planning desk. */
export const planningActions = {
  "tours.make": action({
    permission: "office.tours.plan",
    schema: makeTourSchema,
    run: makeTour,
    then: ({ id }) => ({ to: tourPage(id), notice: "tourMade" }),
    fieldOf: { ...crewField, ...kitField, ...frameField, "visit.closedDay": "tourOn" },
  }),
  "tours.crew": action({
    permission: "office.tours.plan",
    schema: changeCrewSchema,
    run: changeCrew,
    then: ({ id }) => ({ to: tourPage(id), notice: "tourChanged" }),
    fieldOf: { ...crewField, "resource.taken": "staffIds" },
  }),
  "tours.kit": action({
    permission: "office.tours.plan",
    schema: replaceKitSchema,
    run: replaceKit,
    then: ({ id }) => ({ to: tourPage(id), notice: "resourceReplaced" }),
    fieldOf: { ...kitField, "resource.taken": "kitId" },
  }),
  "tours.vehicle": action({
    permission: "office.tours.plan",
    schema: replaceVehicleSchema,
    run: replaceVehicle,
    then: ({ id }) => ({ to: tourPage(id), notice: "resourceReplaced" }),
    fieldOf: { "resource.taken": "vehicleId" },
  }),
  "tours.frame": action({
    permission: "office.tours.plan",
    schema: changeFrameSchema,
    run: changeFrame,
    then: ({ id }) => ({ to: tourPage(id), notice: "tourChanged" }),
    fieldOf: frameField,
  }),
  "tours.cancel": action({
    permission: "office.tours.plan",
    schema: cancelTourSchema,
    run: cancelTour,
    then: () => ({ to: "/office/board", notice: "tourCancelled" }),
  }),
  "tours.announce": action({
    permission: "office.visits.announce",
    schema: announceTourSchema,
    run: announceTour,
    then: ({ id }) => ({ to: tourPage(id), notice: "visitAnnounced" }),
  }),
  "tours.take": action({
    permission: "office.visits.plan",
    schema: takeVisitSchema,
    run: (actor, { visit, tourId, startMinutes }) => placeVisit(actor, { ...visit, tourId, startMinutes }),
    then: (_, { tourId }) => ({ to: tourPage(tourId), notice: "visitPlaced" }),
    fieldOf: { ...startField, "tour.noRoom": "visit", "visit.closedDay": "visit" },
  }),
  "visits.fill": action({
    permission: "office.visits.plan",
    schema: joinVisitSchema,
    run: joinVisit,
    then: ({ id }) => ({ to: visitPage(id), notice: "placeFilled" }),
  }),
  "visits.place": action({
    permission: "office.visits.plan",
    schema: placeVisitSchema,
    run: placeVisit,
    then: ({ id }) => ({ to: visitPage(id), notice: "visitPlaced" }),
    fieldOf: startField,
  }),
  "visits.move": action({
    permission: "office.visits.plan",
    schema: moveVisitSchema,
    run: moveVisit,
    then: ({ id, isAnnounced }) => ({ to: visitPage(id), notice: isAnnounced ? "visitMovedAnnounced" : "visitMoved" }),
    fieldOf: startField,
  }),
  "visits.remove": action({
    permission: "office.visits.plan",
    schema: removeVisitSchema,
    run: removeVisit,
    then: ({ id }) => ({ to: visitPage(id), notice: "visitRemoved" }),
  }),
  "visits.announce": action({
    permission: "office.visits.announce",
    schema: announceVisitSchema,
    run: announceVisit,
    then: ({ id }) => ({ to: visitPage(id), notice: "visitAnnounced" }),
  }),
  "visits.clear": action({
    permission: "office.visits.plan",
    schema: recordClearanceSchema,
    run: recordClearance,
    then: ({ id }) => ({ to: visitPage(id), notice: "visitCleared" }),
  }),
  "absences.enter": action({
    permission: "office.absences.enter",
    schema: enterAbsenceFormSchema,
    run: (actor, { resource, ...range }) => enterAbsence(actor, { ...resource, ...range }),
    then: ({ id }) => ({ to: `/office/resources?entered=${id}`, notice: "absenceEntered" }),
    fieldOf: { "resource.endsBeforeStart": "untilOn", "resource.inThePast": "untilOn", "resource.taken": "resource" },
  }),
  "absences.end": action({
    permission: "office.absences.enter",
    schema: endAbsenceSchema,
    run: endAbsence,
    then: () => ({ to: "/office/resources", notice: "absenceEnded" }),
  }),
} as const;
