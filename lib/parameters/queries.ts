import { scopeOf, type Scope } from "@/lib/auth/scope";
import type { Actor } from "@/lib/auth/types";
import { askedOf, openCaseStates } from "@/lib/cases/queries";
import { serviceAtVisit } from "@/lib/cases/rules";
import type { Tx } from "@/lib/db/client";
import { databaseNow, inScope, reckonAs } from "@/lib/db/in-scope";
import { photoByOf } from "@/lib/facilities/rules";
import { parameterRows } from "@/lib/law/queries";
import { done, refused, type Outcome } from "@/lib/outcome";
import { addRefusal, effectOf } from "@/lib/parameters/rules";
import type { NewValueInput } from "@/lib/parameters/schema";
import type { Effect, NewValue, OpenPerson, OpenVisit } from "@/lib/parameters/types";
import type { Refusal } from "@/lib/refusals";
import { careOf, residentFactsOf, withFacts } from "@/lib/residents/queries";
import { civilDateOf } from "@/lib/time/calendar";
import { visitPersonOf } from "@/lib/visits/rules";

/** Whether a value could be added now; what the second page asks before it shows the effect. Changes nothing. */
export async function checkParameter(actor: Actor, input: NewValueInput): Promise<Outcome<NewValueInput, Refusal>> {
  return inScope(scopeOf(actor), async (tx) => {
    const refusal = addRefusal(await parameterRows(tx), input, civilDateOf(await databaseNow(tx)));
    return refusal ? refused(refusal) : done(input);
  });
}

/** What a value would change for everything that is open today: counts alone, so nobody's data are shown and no reading is on record. */
export async function previewOf(scope: Scope, change: NewValue): Promise<Effect> {
  return reckonAs(scope, "portal_office", async (tx) => effectOf(change, await parameterRows(tx), { persons: await openPersons(tx), visits: await openVisits(tx) }));
}

async function openPersons(tx: Tx): Promise<readonly OpenPerson[]> {
  const cases = await tx.case.findMany({ where: { state: { in: [...openCaseStates] } }, include: { resident: { include: { ...withFacts, facility: { select: { kind: true } } } } } });
  const residents = new Map(cases.map(({ resident }) => [resident.id, resident]));
  return [...residents.values()].map((resident) => {
    const own = cases.filter(({ residentId }) => residentId === resident.id);
    return {
      facts: residentFactsOf(resident),
      services: own.map(({ service, state }) => serviceAtVisit(service, state)),
      asked: askedOf(own),
      photoBy: photoByOf(resident.facility.kind),
      fingerprintObstacle: careOf(resident.care).fingerprintObstacle,
    };
  });
}

async function openVisits(tx: Tx): Promise<readonly OpenVisit[]> {
  const visits = await tx.visit.findMany({
    where: { state: { in: ["TO_PLAN", "PLANNED", "ANNOUNCED", "CONFIRMED"] } },
    select: { placeKind: true, appointments: { where: { removedAt: null }, select: { case: { select: { residentId: true, resident: { select: { id: true, care: true } } } } } } },
  });
  return visits.map(({ placeKind, appointments }) => {
    const residents = new Map(appointments.map((one) => [one.case.residentId, one.case.resident]));
    return { isPrison: placeKind === "PRISON", persons: [...residents.values()].map(({ care }) => visitPersonOf(careOf(care))) };
  });
}
