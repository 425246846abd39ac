/** Whether Dortmund is the competent ID authority, and what it means where it is not. */
import type { ParameterValues } from "@/lib/law/parameters";
import { verdict, type Verdict } from "@/lib/law/verdicts";
import type { CustodyFacts, ResidentFacts } from "@/lib/residents/types";
import { addMonths, type CivilDate } from "@/lib/time/calendar";

export type Competence = "COMPETENT" | "NOT_COMPETENT" | "UNKNOWN";

/** R15 to R18: which authority is competent today (§ 8 PAuswG, §§ 27 (4), 32 BMG). Never refuses: with an important reason and an authorisation Dortmund may act. */
export function competenceVerdict(person: Pick<ResidentFacts, "mainResidence" | "custody">, today: CivilDate, parameters: ParameterValues): Verdict {
  switch (person.mainResidence) {
    case "DORTMUND":
      return verdict("competence.dortmund");
    case "UNKNOWN":
      return verdict("competence.unknown");
    case "NONE":
      return unregistered(person.custody, today, parameters);
    case "ELSEWHERE":
      return registeredElsewhere(person.custody, today, parameters);
  }
}

/** Custody longer than `months` by today: the day on which it has lasted exactly so long does not count yet. */
function lastsLongerThan(custody: CustodyFacts, months: number, today: CivilDate): custody is CustodyFacts & { readonly sinceOn: CivilDate } {
  return custody.sinceOn !== null && addMonths(custody.sinceOn, months) < today;
}

function unregistered(custody: CustodyFacts | null, today: CivilDate, parameters: ParameterValues): Verdict {
  if (custody !== null && lastsLongerThan(custody, parameters.custodyMonthsUnregistered, today)) return verdict("competence.unregisteredInPrison", { sinceOn: custody.sinceOn });
  return verdict("competence.staying");
}

function registeredElsewhere(custody: CustodyFacts | null, today: CivilDate, parameters: ParameterValues): Verdict {
  const surchargeCents = parameters.surchargeHoursOrCompetence;
  if (custody === null) return verdict("competence.elsewhere", { surchargeCents });
  if (lastsLongerThan(custody, parameters.custodyMonthsRegistered, today)) return verdict("competence.registeredByPrison", { sinceOn: custody.sinceOn });
  const competentAfterOn = custody.sinceOn === null ? null : addMonths(custody.sinceOn, parameters.custodyMonthsRegistered);
  return verdict("competence.custodyTooShort", { competentAfterOn, surchargeCents });
}

/** The answer behind a verdict on competence; what the surcharge of R30 depends on. */
export function competenceOf(one: Verdict): Competence {
  if (one.code === "competence.unknown") return "UNKNOWN";
  return one.code === "competence.elsewhere" || one.code === "competence.custodyTooShort" ? "NOT_COMPETENT" : "COMPETENT";
}
