/** Everything the law says about one person and the services asked for, gathered for the page that asks. */
import type { Service } from "@/lib/cases/types";
import { competenceOf, competenceVerdict, type Competence } from "@/lib/law/competence";
import { cardInTimeVerdicts, dutyVerdict, earlyReleaseVerdicts } from "@/lib/law/duty";
import { appliesForDocument, exemptionVerdicts, nationalityVerdicts } from "@/lib/law/eligibility";
import { feeOf, type Fee, type PhotoBy } from "@/lib/law/fees";
import type { ParameterValues } from "@/lib/law/parameters";
import { representationVerdicts } from "@/lib/law/representation";
import { isBlocker, type Verdict } from "@/lib/law/verdicts";
import type { ResidentFacts } from "@/lib/residents/types";
import type { CivilDate } from "@/lib/time/calendar";

export type LawContext = {
  readonly today: CivilDate;
  /** The day of the visit where it is known; otherwise today counts as the day of application. */
  readonly visitOn: CivilDate | null;
  /** The parameters in force on the day of application. */
  readonly parameters: ParameterValues;
  readonly photoBy: PhotoBy;
  readonly isOutsideServiceHours: boolean;
};

export type Judgement = {
  readonly verdicts: readonly Verdict[];
  /** The verdicts that refuse the request; empty means it can be sent. */
  readonly blockers: readonly Verdict[];
  readonly competence: Competence;
  readonly fee: Fee;
};

/** All verdicts on a person for the services asked for, blockers first, and the fee. */
export function judge(person: ResidentFacts, services: readonly Service[], context: LawContext): Judgement {
  const { today, parameters } = context;
  const appliesOn = context.visitOn ?? today;
  const competent = competenceVerdict(person, appliesOn, parameters);
  const competence = competenceOf(competent);
  const isForeign = person.nationality === "OTHER";
  const concernsDuty = appliesForDocument(services) || services.includes("DUTY_EXEMPTION");
  const verdicts: Verdict[] = [
    ...nationalityVerdicts(person, services),
    ...representationVerdicts(person, services, appliesOn, parameters),
    ...(concernsDuty && !isForeign ? [dutyVerdict(person, today, parameters), competent] : []),
    ...earlyReleaseVerdicts(person.custody),
    ...(services.includes("ID_CARD") && !isForeign ? cardInTimeVerdicts(person.custody, appliesOn, parameters) : []),
    ...exemptionVerdicts(person, services, today),
  ];
  const blockers = verdicts.filter(isBlocker);
  const fee = feeOf({ bornOn: person.bornOn, appliesOn, services, competence, isDirectShipping: false, photoBy: context.photoBy, isOutsideServiceHours: context.isOutsideServiceHours }, parameters);
  return { verdicts: [...blockers, ...verdicts.filter((one) => !isBlocker(one))], blockers, competence, fee };
}
