import { Alert } from "@/app/_ui/alert";
import { Checkbox } from "@/app/_ui/checkbox";
import { echoOf } from "@/app/_ui/field-state";
import { TextLink } from "@/app/_ui/text-link";
import { listName } from "@/app/facility/name";
import { schemaInput } from "@/lib/forms/read";
import type { FormEcho } from "@/lib/forms/types";
import { personPages as words } from "@/lib/messages/facility-persons";
import { formatDateNumeric } from "@/lib/messages/format";
import type { Listed, Named } from "@/lib/recognition/types";
import { isCivilDate } from "@/lib/time/calendar";

/** The choice after somebody typed a person who may be listed: open that entry, or say that it is another. */
export function SimilarPersons({ own, similar }: { readonly own: FormEcho; readonly similar: readonly Listed[] }) {
  return (
    <Alert tone="warning" title={words.similarTitle}>
      <p>{words.similarText}</p>
      <ul>
        {similar.map((person) => (
          <li key={person.id}>
            <TextLink href={`/facility/residents/${person.id}`}>
              <bdi>{words.similarPerson(listName(person), formatDateNumeric(person.bornOn))}</bdi>
            </TextLink>
          </li>
        ))}
      </ul>
      <Checkbox echo={own} name="isOther" label={words.isOther} hint={words.isOtherHint} />
    </Alert>
  );
}

/** Whom somebody just typed into a form about a person, where it came back because of somebody similar; else null. */
export function typedPerson(echo: FormEcho, action: string): Named | null {
  const own = echoOf(echo, action);
  if (!own || (!own.values.isOther && !own.errors.some(({ field }) => field === "isOther"))) return null;
  const { lastName, firstNames, bornOn } = schemaInput(own.values);
  const isComplete = typeof lastName === "string" && typeof firstNames === "string" && typeof bornOn === "string" && isCivilDate(bornOn);
  return isComplete ? { lastName, firstNames, bornOn } : null;
}
