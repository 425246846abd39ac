import type { AnnouncedVisit, VisitPerson } from "@/lib/facilities/queries";
import { photoByOf } from "@/lib/facilities/rules";
import type { FacilityKind } from "@/lib/facilities/types";
import type { ParameterValues } from "@/lib/law/parameters";
import { judge, type Judgement } from "@/lib/law/rules";
import { formatMinutes } from "@/lib/messages/format";
import { preparationsOf } from "@/lib/preparation/rules";
import type { Preparation } from "@/lib/preparation/types";
import { gapsOf } from "@/lib/residents/rules";
import type { ResidentGap } from "@/lib/residents/types";
import { personTimes } from "@/lib/visits/rules";
import { civilDateOf, minutesOf, type CivilDate } from "@/lib/time/calendar";

export type PersonAtVisit = VisitPerson & { readonly judgement: Judgement; readonly preparations: readonly Preparation[]; readonly gaps: readonly ResidentGap[]; /** When the person is visited. */ readonly turn: { readonly from: Date; readonly until: Date } };

type Place = { readonly kind: FacilityKind; readonly today: CivilDate; readonly parameters: ParameterValues };

/** The persons of a visit with what the law says on its day, what has to be ready, and what nobody has said yet. */
export function personsAtVisit(visit: AnnouncedVisit, { kind, today, parameters }: Place): readonly PersonAtVisit[] {
  const context = { today, visitOn: civilDateOf(visit.startsAt), parameters, photoBy: photoByOf(kind), isOutsideServiceHours: false };
  const turns = personTimes(visit, visit.persons.map(({ stay }) => stay), parameters);
  return visit.persons.map((person, index) => {
    const turn = turns[index] ?? { from: visit.startsAt, until: visit.endsAt };
    const judgement = judge(person.facts, person.services, context, person.asked);
    return { ...person, judgement, preparations: preparationsOf(person.facts, person.services, judgement, person.mobility), gaps: gapsOf(person.facts, person.services), turn };
  });
}

/** The window as two clock times. */
export function windowOf({ startsAt, endsAt }: Pick<AnnouncedVisit, "startsAt" | "endsAt">): { readonly from: string; readonly until: string } {
  return { from: formatMinutes(minutesOf(startsAt)), until: formatMinutes(minutesOf(endsAt)) };
}
