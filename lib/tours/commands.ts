import type { TourChange } from "@/emails/types";
import { crewAddresses } from "@/lib/announcements/queries";
import { assignmentsOf, crewChangeNoticeOf, crewNames, tourChangesOf, tourLeftNoticesOf } from "@/lib/announcements/rules";
import type { AuditAction, AuditDraft } from "@/lib/audit/types";
import type { Actor } from "@/lib/auth/types";
import { dateColumn } from "@/lib/db/civil";
import type { Tx } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { lockResources } from "@/lib/db/locks";
import { newReference } from "@/lib/db/reference";
import { carriedOut, transact, type CarriedOut, type WorkContext } from "@/lib/db/transact";
import { claimTour, stateAfter, storeVisit, takeOffTour, type Claim, type Wants } from "@/lib/desk/commands";
import { crewUnfit, kitUnfit, vehicleUnfit } from "@/lib/desk/queries";
import type { ParameterValues } from "@/lib/law/parameters";
import { parametersInForce } from "@/lib/law/queries";
import type { MailDraft } from "@/lib/mail/types";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";
import { exchangeInTour, frameTaken, releaseOfTour, reserveTour, retimeTour } from "@/lib/reservations/commands";
import { isPlanner } from "@/lib/reservations/queries";
import type { Resource } from "@/lib/reservations/types";
import { closuresOn, staffNamed } from "@/lib/scheduling/queries";
import { coverRefusal, departureFactsOf, frameRefusal, heldResourcesOf, isAnnounced, stayAt, stopsOf } from "@/lib/scheduling/rules";
import type { ScheduledTour } from "@/lib/scheduling/types";
import { civilDateOf, instantOf, type CivilDate } from "@/lib/time/calendar";
import { departureRefusals, nextTourState, tourStateRefusal } from "@/lib/tours/rules";
import type { TourFrame, TourState, TourVerb } from "@/lib/tours/types";
import { closedDayRefusal, finishRefusal } from "@/lib/visits/rules";
import type { Prisma } from "@/prisma/generated/client/client";

type Id = { id: string };
type Ended<T> = CarriedOut<T> | { readonly ok: false; readonly refusal: Refusal };
type InHand = Pick<WorkContext, "tx" | "now"> & { readonly tour: ScheduledTour; readonly parameters: ParameterValues };
type Frame = { readonly fromMinutes: number; readonly untilMinutes: number };
const NOTHING: Wants = { resources: [] };
type NewTour = Frame & { readonly tourOn: CivilDate; readonly kitId: string; readonly vehicleId: string; readonly staffIds: readonly string[] };

/**
 * Makes a tour and reserves its kit, crew and vehicle from departure to return, in one statement. Refuses a closed day (R54), a time outside the service
 * hours or past, a kit that is not ready (R50), a crew too small or without training (R50, R51), and whatever is taken then, by name (R52).
 */
export async function makeTour(actor: Actor, input: NewTour): Promise<Outcome<Id, Refusal>> {
  return transact(actor, async ({ tx, now, scope }): Promise<Ended<Id>> => {
    const { tourOn, kitId, vehicleId, staffIds } = input;
    if (!isPlanner(scope) || ![kitId, vehicleId, ...staffIds].every(isId)) return refused({ code: "notFound" });
    const parameters = await parametersInForce(tx, tourOn);
    const frame = frameOf(tourOn, input);
    const noDay = closedDayRefusal(tourOn, await closuresOn(tx, tourOn, null)) ?? frameRefusal(tourOn, frame, null, now, parameters);
    if (noDay) return refused(noDay);
    const resources: readonly Resource[] = [{ kind: "KIT", id: kitId }, ...staffIds.map((id): Resource => ({ kind: "STAFF", id })), { kind: "VEHICLE", id: vehicleId }];
    const unfit = (await kitUnfit(tx, kitId, tourOn)) ?? (await crewUnfit(tx, staffIds, tourOn, parameters)) ?? (await vehicleUnfit(tx, vehicleId));
    if (unfit) return refused(unfit);
    // Asked twice: what is taken already is told without waiting for a lock, and behind the lock the answer is reliable.
    const takenAlready = await frameTaken(tx, { id: null, ...frame }, resources);
    if (takenAlready) return refused(takenAlready);
    await lockResources(tx, [kitId, vehicleId, ...staffIds]);
    const taken = await frameTaken(tx, { id: null, ...frame }, resources);
    if (taken) return refused(taken);
    const made = await tx.tour.create({ data: { reference: newReference("T"), tourOn: dateColumn(tourOn), ...frame, kitId, vehicleId, createdAt: now }, select: { id: true, reference: true } });
    const { id } = made;
    await tx.tourMember.createMany({ data: staffIds.map((staffId) => ({ tourId: id, staffId })) });
    await reserveTour(tx, { id, ...frame }, resources);
    return carriedOut({ id }, { audit: [entry("tourMade", id, { tourOn, kit: kitId, vehicle: vehicleId, staff: staffIds })], mails: assignmentsOf({ ...made, ...frame }, await crewAddresses(tx, staffIds)) });
  });
}

/**
 * Lets a tour have this crew; who is on it already and was absent in between is reserved again (R50, R51). A prison must clear new names (R57), a facility that
 * knows the date gets them (R60), and everybody who comes, stays or goes is told.
 */
export async function changeCrew(actor: Actor, input: Claim & { readonly staffIds: readonly string[] }): Promise<Outcome<Id, Refusal>> {
  return planTour(actor, input, { resources: input.staffIds.map((id) => ({ kind: "STAFF", id })) }, "change", async ({ tx, now, tour, parameters }) => {
    const refusal = (await crewUnfit(tx, input.staffIds, tour.date, parameters)) ?? (await exchangeInTour(tx, tour, "STAFF", input.staffIds, now));
    if (refusal) return refused(refusal);
    await tx.tourMember.deleteMany({ where: { tourId: tour.id } });
    await tx.tourMember.createMany({ data: input.staffIds.map((staffId) => ({ tourId: tour.id, staffId })) });
    await changed(tx, tour, {});
    if (tour.crew.map(({ staffId }) => staffId).sort().join() !== [...input.staffIds].sort().join()) await dropClearances(tx, tour);
    return ended("tourChanged", tour, { staff: input.staffIds }, [...(await crewMails(tx, tour, input.staffIds)), ...(await newNamesMails(tx, tour, input.staffIds))]);
  });
}

/** Lets a tour have another kit, or its own again after a repair (R50, R52). A prison must clear new devices (R57). */
export async function replaceKit(actor: Actor, input: Claim & { readonly kitId: string }): Promise<Outcome<Id, Refusal>> {
  return planTour(actor, input, { resources: [{ kind: "KIT", id: input.kitId }] }, "change", async ({ tx, now, tour }) => {
    const refusal = (await kitUnfit(tx, input.kitId, tour.date)) ?? (await exchangeInTour(tx, tour, "KIT", [input.kitId], now));
    if (refusal) return refused(refusal);
    await changed(tx, tour, { kitId: input.kitId });
    if (tour.kit.id !== input.kitId) await dropClearances(tx, tour);
    return ended("resourceReplaced", tour, { kit: input.kitId }, await changeMails(tx, tour, "KIT"));
  });
}

/** Lets a tour have another vehicle, or its own again after a repair. */
export async function replaceVehicle(actor: Actor, input: Claim & { readonly vehicleId: string }): Promise<Outcome<Id, Refusal>> {
  return planTour(actor, input, { resources: [{ kind: "VEHICLE", id: input.vehicleId }] }, "change", async ({ tx, now, tour }) => {
    const refusal = (await vehicleUnfit(tx, input.vehicleId)) ?? (await exchangeInTour(tx, tour, "VEHICLE", [input.vehicleId], now));
    if (refusal) return refused(refusal);
    await changed(tx, tour, { vehicleId: input.vehicleId });
    return ended("resourceReplaced", tour, { vehicle: input.vehicleId }, await changeMails(tx, tour, "VEHICLE"));
  });
}

/** Changes departure and return; the visits on the tour and the ways to them must still fit in (R52). */
export async function changeFrame(actor: Actor, input: Claim & Frame): Promise<Outcome<Id, Refusal>> {
  return planTour(actor, input, { frameOn: (date) => frameOf(date, input) }, "change", async ({ tx, now, tour, parameters }) => {
    const frame = frameOf(tour.date, input);
    const refusal = frameRefusal(tour.date, frame, tour, now, parameters) ?? coverRefusal(frame, stopsOf(tour), parameters) ?? (await frameTaken(tx, { id: tour.id, ...frame }, heldResourcesOf(tour)));
    if (refusal) return refused(refusal);
    await retimeTour(tx, tour.id, frame.departsAt, frame.returnsAt);
    await changed(tx, tour, frame);
    return ended("tourChanged", tour, { fromMinutes: input.fromMinutes, untilMinutes: input.untilMinutes }, await changeMails(tx, { ...tour, ...frame }, "FRAME"));
  });
}

/** Cancels a tour: its visits go back to planning, facilities that knew a date and the crew are told, everything reserved is released. */
export async function cancelTour(actor: Actor, input: Claim): Promise<Outcome<Id, Refusal>> {
  return planTour(actor, input, NOTHING, "cancel", async ({ tx, now, tour }) => {
    const mails: MailDraft[] = [];
    for (const visit of tour.visits) {
      const taken = await takeOffTour(tx, visit);
      if (!taken.ok) return taken;
      mails.push(...taken.value);
    }
    mails.push(...tourLeftNoticesOf(tour, "TOUR_CANCELLED", await crewAddresses(tx, staffOf(tour))));
    await releaseOfTour(tx, tour.id, now);
    await changed(tx, tour, { state: tourAfter(tour, "cancel") });
    const removed = tour.visits.map((visit): AuditDraft => ({ action: "visitRemoved", subject: { kind: "visit", id: visit.id }, facilityId: visit.facilityId, details: { tour: tour.id } }));
    return carriedOut({ id: tour.id }, { audit: [entry("tourCancelled", tour.id), ...removed], mails });
  });
}

/** A member of the crew sets out. Refused on another day, with a gap, with a crew too small or untrained, and without a prison's clearance (R50, R51, R57). */
export async function startTour(actor: Actor, input: Claim): Promise<Outcome<Id, Refusal>> {
  return driveTour(actor, input, "depart", async ({ tx, now, tour, parameters }) => {
    const [refusal] = departureRefusals(departureFactsOf(tour), civilDateOf(now), parameters);
    if (refusal) return refused(refusal);
    for (const visit of tour.visits) {
      if (!(await storeVisit(tx, visit, { state: stateAfter(visit, "depart") }))) return refused({ code: "stale" });
    }
    await changed(tx, tour, { state: tourAfter(tour, "depart"), startedAt: now });
    return ended("tourStarted", tour);
  });
}

/** A member of the crew ends the tour; every appointment has an outcome by then. */
export async function finishTour(actor: Actor, input: Claim): Promise<Outcome<Id, Refusal>> {
  return driveTour(actor, input, "finish", async ({ tx, now, tour }) => {
    const underway = tour.visits.filter(({ state }) => state === "UNDERWAY");
    for (const visit of underway) {
      const refusal = finishRefusal({ state: visit.state, withoutOutcomeCount: visit.openAppointmentCount });
      if (refusal) return refused(refusal);
      if (!(await storeVisit(tx, visit, { state: stateAfter(visit, "finish") }))) return refused({ code: "stale" });
    }
    await changed(tx, tour, { state: tourAfter(tour, "finish"), endedAt: now });
    return ended("tourFinished", tour);
  });
}

/** A change of a tour by the planning desk, with the tour, its resources and those that it may get locked and read afresh. */
function planTour<T>(actor: Actor, claim: Claim, wants: Wants, verb: TourVerb, work: (inHand: InHand) => Promise<Ended<T>>): Promise<Outcome<T, Refusal>> {
  return transact(actor, async (context): Promise<Ended<T>> => (isPlanner(context.scope) ? inHand(context, claim, wants, verb, work) : refused({ code: "notFound" })));
}

/** A change of a tour on the road: only by a member of its crew. */
function driveTour<T>(actor: Actor, claim: Claim, verb: TourVerb, work: (inHand: InHand) => Promise<Ended<T>>): Promise<Outcome<T, Refusal>> {
  return transact(actor, async (context): Promise<Ended<T>> => (context.scope.reach === "crew" ? inHand(context, claim, NOTHING, verb, work) : refused({ code: "notFound" })));
}

async function inHand<T>({ tx, now, scope }: WorkContext, claim: Claim, wants: Wants, verb: TourVerb, work: (inHand: InHand) => Promise<Ended<T>>): Promise<Ended<T>> {
  const claimed = await claimTour(tx, scope, claim, wants);
  if (!claimed.ok) return claimed;
  const tour = claimed.value;
  const wrongState = tourStateRefusal(tour.state, verb);
  return wrongState ? refused(wrongState) : work({ tx, now, tour, parameters: await parametersInForce(tx, tour.date) });
}

function frameOf(date: CivilDate, { fromMinutes, untilMinutes }: Frame): TourFrame {
  return { departsAt: instantOf(date, fromMinutes), returnsAt: instantOf(date, untilMinutes) };
}

function tourAfter(tour: ScheduledTour, verb: TourVerb): TourState {
  const next = nextTourState(tour.state, verb);
  if (next === null) throw new Error(`a tour that is ${tour.state} was allowed to ${verb}`);
  return next;
}

/** Stores a change of a locked tour. */
async function changed(tx: Tx, tour: ScheduledTour, data: Prisma.TourUncheckedUpdateInput): Promise<void> {
  await tx.tour.update({ where: { id: tour.id }, data: { ...data, version: { increment: 1 } } });
}

async function dropClearances(tx: Tx, tour: ScheduledTour): Promise<void> {
  await tx.visit.updateMany({ where: { tourId: tour.id, clearedAt: { not: null } }, data: { clearedAt: null, version: { increment: 1 } } });
}

function entry(action: AuditAction, tourId: string, details: AuditDraft["details"] = {}): AuditDraft {
  return { action, subject: { kind: "tour", id: tourId }, details };
}

function ended(action: AuditAction, tour: ScheduledTour, details: AuditDraft["details"] = {}, mails: readonly MailDraft[] = []): CarriedOut<Id> {
  return carriedOut({ id: tour.id }, { audit: [entry(action, tour.id, details)], mails });
}

function staffOf(tour: ScheduledTour): readonly string[] {
  return tour.crew.map(({ staffId }) => staffId);
}

async function changeMails(tx: Tx, tour: ScheduledTour, change: TourChange): Promise<readonly MailDraft[]> {
  return tourChangesOf(tour, change, await crewAddresses(tx, staffOf(tour)));
}

/** To each member of a changed crew what it is to them: who comes, who stays beside somebody new, who goes. */
async function crewMails(tx: Tx, tour: ScheduledTour, staffIds: readonly string[]): Promise<readonly MailDraft[]> {
  const [comes, goes] = [staffIds.filter((id) => !staffOf(tour).includes(id)), staffOf(tour).filter((id) => !staffIds.includes(id))];
  const stays = comes.length + goes.length === 0 ? [] : staffIds.filter((id) => staffOf(tour).includes(id));
  const [arriving, staying, leaving] = [await crewAddresses(tx, comes), await crewAddresses(tx, stays), await crewAddresses(tx, goes)];
  return [...assignmentsOf(tour, arriving), ...tourChangesOf(tour, "CREW", staying), ...tourLeftNoticesOf(tour, "CREW_CHANGED", leaving)];
}

/** R60: the new names for every facility on the tour that knows its date, where they are others than those that stood there. */
async function newNamesMails(tx: Tx, tour: ScheduledTour, staffIds: readonly string[]): Promise<readonly MailDraft[]> {
  const names = ((await staffNamed(tx, staffIds)) ?? []).map(({ label }) => label).sort();
  if ([...crewNames(tour)].sort().join() === names.join()) return [];
  return tour.visits.flatMap((visit) => {
    const stay = stayAt(visit);
    return stay && isAnnounced(visit) ? [crewChangeNoticeOf(visit, stay, names)] : [];
  });
}
