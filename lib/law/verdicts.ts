/** What the law answers about a person: a code, the rule of domain.md it comes from, its source, and the facts a sentence needs. */
import type { CustodyKind, Representation } from "@/lib/residents/types";
import type { CivilDate } from "@/lib/time/calendar";

/** "blocks" refuses the request, "warns" leaves something to clear, "informs" is good to know. */
export type Weight = "blocks" | "warns" | "informs";

/** Why a release may come earlier than the end of the sentence (R10). */
export type EarlyReleaseReason = "WEEKEND" | "HOLIDAY" | "AFTER_EASTER" | "AFTER_PENTECOST" | "CHRISTMAS_PERIOD";

/** Why somebody can be exempted from the duty (R11). */
export type ExemptionGround = "PERMANENT_RESIDENT" | "GUARDIAN" | "INCAPABLE_WITH_POWER";

type NoFacts = Record<never, never>;

/** The facts beside each code; none where the code says it all. */
export type VerdictFacts = {
  "eligibility.notGerman": NoFacts;
  "eligibility.nationalityUnknown": NoFacts;
  "duty.notYetOfAge": { readonly fromOn: CivilDate };
  "duty.applies": NoFacts;
  "duty.fulfilledByIdCard": { readonly expiresOn: CivilDate | null };
  "duty.fulfilledByPassport": NoFacts;
  "duty.exempted": NoFacts;
  "duty.suspendedBySentence": { readonly dutyFromOn: CivilDate; readonly releaseOn: CivilDate };
  "duty.appliesBeforeRelease": { readonly dutyFromOn: CivilDate; readonly releaseOn: CivilDate };
  "duty.releaseUnknown": NoFacts;
  "duty.custodyKindToCheck": { readonly custodyKind: CustodyKind };
  "release.mayBeEarlier": { readonly releaseOn: CivilDate; readonly earliestOn: CivilDate; readonly reason: EarlyReleaseReason };
  "release.cardInTime": { readonly lastUsefulOn: CivilDate };
  "release.tooLateForCard": { readonly lastUsefulOn: CivilDate; readonly earliestOn: CivilDate };
  "exemption.possible": { readonly ground: ExemptionGround };
  "exemption.documentStillValid": NoFacts;
  "competence.dortmund": NoFacts;
  "competence.staying": NoFacts;
  "competence.elsewhere": { readonly surchargeCents: number };
  "competence.custodyTooShort": { readonly competentAfterOn: CivilDate | null; readonly surchargeCents: number };
  "competence.registeredByPrison": { readonly sinceOn: CivilDate };
  "competence.unregisteredInPrison": { readonly sinceOn: CivilDate };
  "competence.unknown": NoFacts;
  "representation.custodianMustApply": { readonly appliesAloneFromOn: CivilDate };
  "representation.appliesAlone": NoFacts;
  "representation.incapableCannotApply": NoFacts;
  "representation.notSufficient": { readonly representation: Representation };
  "representation.mustApplyInPerson": NoFacts;
  "representation.simplePowerNotEnough": NoFacts;
  "representation.simplePowerCollects": NoFacts;
  "representation.representativeNotThere": NoFacts;
  "representation.assessedOnSite": NoFacts;
  "photo.cameraMissing": NoFacts;
  "replacement.interestMissing": { readonly expiresOn: CivilDate | null };
  "replacement.reportLoss": NoFacts;
  "provisional.needNotStated": NoFacts;
  "provisional.urgent": { readonly neededOn: CivilDate; readonly months: number };
  "provisional.notUrgent": { readonly neededOn: CivilDate; readonly readyOn: CivilDate };
  "provisional.suggested": { readonly neededOn: CivilDate; readonly readyOn: CivilDate };
  "fee.reductionAsked": NoFacts;
  "fee.reductionDecided": { readonly cents: number };
  "shipping.notInCustody": NoFacts;
  "shipping.underAge": { readonly fromAge: number };
  "shipping.noAddress": NoFacts;
  "shipping.notInPerson": NoFacts;
  "shipping.withoutCard": { readonly hasPassport: boolean };
};
export type VerdictCode = keyof VerdictFacts;

export const verdictTable = {
  "eligibility.notGerman": { rule: "R01", weight: "blocks", source: "§ 1 Abs. 1, § 9 Abs. 1 PAuswG" },
  "eligibility.nationalityUnknown": { rule: "R02", weight: "warns", source: "§ 1 Abs. 1, § 9 Abs. 3 PAuswG" },
  "duty.notYetOfAge": { rule: "R03", weight: "informs", source: "§ 1 Abs. 1 und 4 PAuswG" },
  "duty.applies": { rule: "R03", weight: "informs", source: "§ 1 Abs. 1 PAuswG" },
  "duty.fulfilledByIdCard": { rule: "R03", weight: "informs", source: "§ 1 Abs. 1 PAuswG" },
  "duty.fulfilledByPassport": { rule: "R04", weight: "informs", source: "§ 1 Abs. 2 Satz 3 PAuswG" },
  "duty.exempted": { rule: "R03", weight: "informs", source: "§ 1 Abs. 3 PAuswG" },
  "duty.suspendedBySentence": { rule: "R05", weight: "informs", source: "§ 1 Abs. 2 Satz 2 PAuswG" },
  "duty.appliesBeforeRelease": { rule: "R06", weight: "informs", source: "§ 1 Abs. 2 Satz 2 PAuswG" },
  "duty.releaseUnknown": { rule: "R05", weight: "warns", source: "§ 1 Abs. 2 Satz 2 PAuswG" },
  "duty.custodyKindToCheck": { rule: "R08", weight: "warns", source: "§ 1 Abs. 2 Satz 2 PAuswG" },
  "release.mayBeEarlier": { rule: "R10", weight: "informs", source: "§ 60 Abs. 2 StVollzG NRW" },
  "release.cardInTime": { rule: "R36", weight: "informs", source: "§ 60 StVollzG NRW" },
  "release.tooLateForCard": { rule: "R36", weight: "warns", source: "§ 3 PAuswG" },
  "exemption.possible": { rule: "R11", weight: "informs", source: "§ 1 Abs. 3 PAuswG" },
  "exemption.documentStillValid": { rule: "R12", weight: "warns", source: "§ 1 Abs. 3 PAuswG" },
  "competence.dortmund": { rule: "R15", weight: "informs", source: "§ 8 Abs. 1 PAuswG" },
  "competence.staying": { rule: "R16", weight: "informs", source: "§ 8 Abs. 1 Satz 2 PAuswG" },
  "competence.elsewhere": { rule: "R17", weight: "warns", source: "§ 8 Abs. 4 PAuswG, § 32 BMG" },
  "competence.custodyTooShort": { rule: "R18", weight: "warns", source: "§ 27 Abs. 4 BMG, § 8 Abs. 4 PAuswG" },
  "competence.registeredByPrison": { rule: "R18", weight: "informs", source: "§ 27 Abs. 4 BMG" },
  "competence.unregisteredInPrison": { rule: "R18", weight: "informs", source: "§ 27 Abs. 4 BMG" },
  "competence.unknown": { rule: "R15", weight: "warns", source: "§ 8 Abs. 1 PAuswG" },
  "representation.custodianMustApply": { rule: "R20", weight: "blocks", source: "§ 9 Abs. 2 PAuswG" },
  "representation.appliesAlone": { rule: "R20", weight: "informs", source: "§ 9 Abs. 2 PAuswG" },
  "representation.incapableCannotApply": { rule: "R21", weight: "blocks", source: "§ 9 Abs. 2 PAuswG" },
  "representation.notSufficient": { rule: "R21", weight: "blocks", source: "§ 9 Abs. 1 und 2 PAuswG" },
  "representation.mustApplyInPerson": { rule: "R22", weight: "blocks", source: "§ 9 Abs. 1 Satz 4 PAuswG" },
  "representation.simplePowerNotEnough": { rule: "R23", weight: "blocks", source: "§ 9 Abs. 1 Satz 5 PAuswG" },
  "representation.simplePowerCollects": { rule: "R23", weight: "informs", source: "§ 18 Abs. 1 PAuswV" },
  "representation.representativeNotThere": { rule: "R24", weight: "warns", source: "§ 9 Abs. 1 Satz 6 PAuswG" },
  "representation.assessedOnSite": { rule: "R25", weight: "informs", source: "§ 9 Abs. 1 und 2 PAuswG" },
  "photo.cameraMissing": { rule: "R40", weight: "warns", source: "§ 6a Abs. 2 PAuswV" },
  "replacement.interestMissing": { rule: "R13", weight: "warns", source: "§ 6 Abs. 2 PAuswG" },
  "replacement.reportLoss": { rule: "R14", weight: "warns", source: "§ 27 Abs. 1 Nr. 3 PAuswG" },
  "provisional.needNotStated": { rule: "R35", weight: "blocks", source: "§ 3 PAuswG" },
  "provisional.urgent": { rule: "R35", weight: "informs", source: "§ 3 PAuswG" },
  "provisional.notUrgent": { rule: "R35", weight: "warns", source: "§ 3 PAuswG" },
  "provisional.suggested": { rule: "R35", weight: "warns", source: "§ 3 PAuswG" },
  "fee.reductionAsked": { rule: "R33", weight: "warns", source: "§ 1 Abs. 6 PAuswGebV" },
  "fee.reductionDecided": { rule: "R33", weight: "informs", source: "§ 1 Abs. 6 PAuswGebV" },
  "shipping.notInCustody": { rule: "R46", weight: "blocks", source: "§ 18 Abs. 2 PAuswV" },
  "shipping.underAge": { rule: "R45", weight: "blocks", source: "§ 18 Abs. 2 PAuswV" },
  "shipping.noAddress": { rule: "R45", weight: "blocks", source: "§ 18 Abs. 2 PAuswV" },
  "shipping.notInPerson": { rule: "R45", weight: "blocks", source: "§ 18 Abs. 2 PAuswV" },
  "shipping.withoutCard": { rule: "R45", weight: "warns", source: "§ 18 Abs. 2 PAuswV" },
} as const satisfies Record<VerdictCode, { rule: string; weight: Weight; source: string }>;

/** One verdict; narrow by `code` to reach its facts. */
export type Verdict<C extends VerdictCode = VerdictCode> = {
  readonly [K in C]: { readonly code: K; readonly rule: string; readonly weight: Weight; readonly source: string } & VerdictFacts[K];
}[C];

/** Builds a verdict: rule, weight and source come from the table, the facts from the caller. */
export function verdict<C extends VerdictCode>(code: C, ...[facts]: NoFacts extends VerdictFacts[C] ? [] : [VerdictFacts[C]]): Verdict<C> {
  return { code, ...verdictTable[code], ...facts } as unknown as Verdict<C>;
}

/** Whether a verdict refuses the request. */
export function isBlocker(one: Verdict): boolean {
  return one.weight === "blocks";
}
