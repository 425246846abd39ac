import { Card, CardGrid } from "@/app/_ui/card";
import { Verdict } from "@/app/_ui/verdict";
import type { Verdict as LawVerdict } from "@/lib/law/verdicts";
import { labels } from "@/lib/messages/labels";
import { verdictText } from "@/lib/messages/law";
import { planning } from "@/lib/messages/planning";
import type { VisitedPerson } from "@/lib/visits/queries";

const words = planning.visit;
const TONE = { blocks: "stop", warns: "warning", informs: "info" } as const satisfies Record<LawVerdict["weight"], string>;

/** The people to visit: what for, what the crew must be ready for, and what the law still leaves open. */
export function People({ persons }: { readonly persons: readonly VisitedPerson[] }) {
  if (persons.length === 0) return <p>{words.noPeople}</p>;
  return (
    <CardGrid>
      {persons.map((person) => (
        <Card key={person.residentId} title={<bdi>{`${person.firstNames} ${person.lastName}`}</bdi>}>
          <p>{person.services.map((service) => labels.service[service]).join(", ")}</p>
          {needsOf(person).length > 0 ? <p className="bk-small">{needsOf(person).join(" · ")}</p> : null}
          {person.judgement.verdicts.filter(({ weight }) => weight !== "informs").map((verdict) => (
            <Verdict key={verdict.code} tone={TONE[verdict.weight]} text={verdictText(verdict)} source={verdict.source} />
          ))}
        </Card>
      ))}
    </CardGrid>
  );
}

function needsOf({ isBedside, isDifficult, facts }: VisitedPerson): readonly string[] {
  const needs: string[] = [];
  if (isBedside) needs.push(words.needs.bedside);
  if (isDifficult) needs.push(words.needs.difficult);
  if (facts.appliesBy === "WITH_REPRESENTATIVE") needs.push(words.needs.representative);
  if (facts.appliesBy === "REPRESENTATIVE_ALONE") needs.push(words.needs.alone);
  if (facts.appliesBy !== "SELF" && facts.isRepresentativePresent === null) needs.push(words.needs.absent);
  return needs;
}
