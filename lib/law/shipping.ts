/** Whether a finished card may be sent by post (§ 18 (2) PAuswV). */
import type { AskedFacts, Service } from "@/lib/cases/types";
import type { ParameterValues } from "@/lib/law/parameters";
import { verdict, type Verdict, type VerdictCode } from "@/lib/law/verdicts";
import type { ResidentFacts } from "@/lib/residents/types";
import { ageOn, type CivilDate } from "@/lib/time/calendar";

export type ShippingObstacle = Extract<VerdictCode, "shipping.notInCustody" | "shipping.underAge" | "shipping.noAddress" | "shipping.notInPerson">;

export type ShippingFacts = Pick<ResidentFacts, "bornOn" | "mainResidence" | "capacity" | "appliesBy"> & { readonly isInCustody: boolean };

/** R45, R46: what nothing that is said at the application changes: nothing is sent to somebody in custody, and nothing below the age. */
export function shippingBar(person: Pick<ShippingFacts, "bornOn" | "isInCustody">, on: CivilDate, parameters: ParameterValues): "shipping.notInCustody" | "shipping.underAge" | null {
  if (person.isInCustody) return "shipping.notInCustody";
  return ageOn(person.bornOn, on) < parameters.shippingFromAge ? "shipping.underAge" : null;
}

/**
 * R45, R46: what stands against sending a card by post, the first of it; null where nothing does. It goes only to the registered address in Germany, only into the
 * own hand, only from the age on, and to nobody in custody.
 */
export function shippingObstacle(person: ShippingFacts, on: CivilDate, parameters: ParameterValues): ShippingObstacle | null {
  const bar = shippingBar(person, on, parameters);
  if (bar) return bar;
  if (person.mainResidence === "NONE" || person.mainResidence === "UNKNOWN") return "shipping.noAddress";
  return person.capacity === "INCAPABLE" || person.appliesBy === "REPRESENTATIVE_ALONE" ? "shipping.notInPerson" : null;
}

/** Whether the card of a person will be sent; what the surcharge of R31 depends on. */
export function isShipped(person: ResidentFacts, asked: Pick<AskedFacts, "isShippingWanted">, requested: readonly Service[], on: CivilDate, parameters: ParameterValues): boolean {
  return asked.isShippingWanted && requested.includes("ID_CARD") && shippingObstacle({ ...person, isInCustody: person.custody !== null }, on, parameters) === null;
}

/** R45, R46: the verdict on a wish to have the card sent. The old card is invalidated at the application, so the person has none until the new one comes. */
export function shippingVerdicts(person: ResidentFacts, asked: Pick<AskedFacts, "isShippingWanted">, requested: readonly Service[], on: CivilDate, parameters: ParameterValues): readonly Verdict[] {
  if (!asked.isShippingWanted || !requested.includes("ID_CARD")) return [];
  const obstacle = shippingObstacle({ ...person, isInCustody: person.custody !== null }, on, parameters);
  if (obstacle === "shipping.underAge") return [verdict(obstacle, { fromAge: parameters.shippingFromAge })];
  if (obstacle !== null) return [verdict(obstacle)];
  return [verdict("shipping.withoutCard", { hasPassport: person.hasValidPassport })];
}
