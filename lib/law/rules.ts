/** Everything the law says about one person and the services asked for, gathered for the page that asks. */
import { nothingAsked, type AskedFacts, type Service } from "@/lib/cases/types";
import { competenceOf, competenceVerdict, type Competence } from "@/lib/law/competence";
import { cardInTimeVerdicts, dutyVerdict, earlyReleaseVerdicts } from "@/lib/law/duty";
import { appliesForDocument, exemptionVerdicts, nationalityVerdicts } from "@/lib/law/eligibility";
import { feeOf, type Fee, type PhotoBy } from "@/lib/law/fees";
import type { ParameterValues } from "@/lib/law/parameters";
import { photoVerdicts, photoWaysWith } from "@/lib/law/photo";
import { reductionVerdicts } from "@/lib/law/reduction";
import { interestVerdicts, lossVerdicts } from "@/lib/law/replacement";
import { representationVerdicts } from "@/lib/law/representation";
import { isShipped, shippingVerdicts } from "@/lib/law/shipping";
import { urgencyVerdicts } from "@/lib/law/urgency";
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
  /** Of the kit that comes, once it is known; a kit without one takes no photo (R40). */
  readonly hasCertifiedCamera?: boolean;
  readonly isOutsideServiceHours: boolean;
};

export type Judgement = {
  readonly verdicts: readonly Verdict[];
  /** The verdicts that refuse the request; empty means it can be sent. */
  readonly blockers: readonly Verdict[];
  readonly competence: Competence;
  readonly fee: Fee;
};

/** All verdicts on a person for the services asked for and what the request says beside them, blockers first, and the fee. */
export function judge(person: ResidentFacts, services: readonly Service[], context: LawContext, asked: AskedFacts = nothingAsked): Judgement {
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
    ...(isForeign ? [] : urgencyVerdicts({ asked, custody: person.custody }, services, appliesOn, parameters)),
    ...(isForeign ? [] : interestVerdicts(person, asked, services, appliesOn, parameters)),
    ...photoVerdicts(context, services),
    ...lossVerdicts(person, asked, services),
    ...shippingVerdicts(person, asked, services, appliesOn, parameters),
    ...reductionVerdicts(asked, services),
    ...exemptionVerdicts(person, services, today),
  ];
  const blockers = verdicts.filter(isBlocker);
  const photoBy = photoWaysWith(context).includes(context.photoBy) ? context.photoBy : "PROVIDER";
  const isDirectShipping = isShipped(person, asked, services, appliesOn, parameters);
  const whole = feeOf({ bornOn: person.bornOn, appliesOn, services, competence, isDirectShipping, photoBy, isOutsideServiceHours: context.isOutsideServiceHours }, parameters);
  const fee = { ...whole, totalCents: asked.decidedFeeCents ?? whole.totalCents };
  return { verdicts: [...blockers, ...verdicts.filter((one) => !isBlocker(one))], blockers, competence, fee };
}
