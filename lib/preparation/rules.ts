import type { Service } from "@/lib/cases/types";
import { appliesForDocument } from "@/lib/law/eligibility";
import { needsRepresentative } from "@/lib/law/representation";
import type { Judgement } from "@/lib/law/rules";
import type { Preparation } from "@/lib/preparation/types";
import type { Mobility, ResidentFacts } from "@/lib/residents/types";

/** What has to be ready for one person at the visit, in the order in which a house prepares it (R14, R17, R23, R24, R39, R44, R48). */
export function preparationsOf(person: ResidentFacts, services: readonly Service[], judgement: Pick<Judgement, "competence" | "fee">, mobility: Mobility): readonly Preparation[] {
  const ready: Preparation[] = [];
  const applies = appliesForDocument(services);
  const givesBack = applies || services.includes("HAND_OVER") || services.includes("ADDRESS_CHANGE");
  const hasCard = person.idCardState === "VALID" || person.idCardState === "EXPIRED";
  if (givesBack && hasCard) ready.push("OLD_CARD");
  if (applies && !hasCard) ready.push("IDENTITY_PAPER");
  if (givesBack && person.idCardState === "LOST") ready.push("LOSS_REPORT");
  if (applies && needsRepresentative(person)) ready.push("REPRESENTATIVE_COMES");
  if (applies && person.representation !== "NONE" && person.representation !== "POWER_SIMPLE") ready.push("REPRESENTATION_PAPER");
  if (services.includes("HAND_OVER") && needsRepresentative(person)) ready.push("COLLECT_AUTHORISATION");
  if (applies && judgement.competence === "NOT_COMPETENT") ready.push("OTHER_AUTHORITY");
  if (mobility === "BEDSIDE") ready.push("BEDSIDE");
  // R39: somebody who lays a printed photo ready has had the way to the photographer for nothing.
  if (applies) ready.push("DIGITAL_PHOTO");
  if (judgement.fee.totalCents > 0) ready.push("FEE");
  return ready;
}
