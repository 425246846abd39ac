import { Section } from "@/app/_ui/section";
import type { ParameterValues } from "@/lib/law/parameters";
import { parameterValue } from "@/lib/messages/admin";
import { personDeletion as words } from "@/lib/messages/retention";
import type { ResidentDetails } from "@/lib/residents/queries";
import { caseDeletedOn, rosterDeletedOn } from "@/lib/retention/rules";

/** When what is known about a person will be deleted: each case by its own clock, the entry of the roster by its own (R63). */
export function PersonDeletion({ person, parameters }: { readonly person: ResidentDetails; readonly parameters: ParameterValues }) {
  const rosterOn = rosterDeletedOn(person, parameters);
  return (
    <Section title={words.title}>
      <ul>
        {person.cases.map(({ id, reference, closedAt }) => (
          <li key={id}>{closedAt ? words.caseOn(reference, caseDeletedOn(closedAt, parameters)) : words.caseOpen(reference, parameterValue(parameters.retentionDays, "DAYS"))}</li>
        ))}
        <li>{person.goneOn ? words.gone(rosterOn) : words.roster(rosterOn)}</li>
      </ul>
      <p className="bk-muted">{words.hint}</p>
    </Section>
  );
}
