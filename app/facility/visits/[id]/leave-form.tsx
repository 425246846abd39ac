import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { RadioGroup } from "@/app/_ui/radio-group";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form, formName } from "@/app/_shell/form";
import { listName } from "@/app/facility/name";
import type { FacilityKind } from "@/lib/facilities/types";
import type { FormEcho } from "@/lib/forms/types";
import type { LeaveReason } from "@/lib/leaving/types";
import { visitPeople as words } from "@/lib/messages/visit-people";

/** What a form about the people of one visit needs to know. */
export type PeopleForms = { readonly visit: { readonly id: string; readonly version: number }; readonly kind: FacilityKind; readonly path: string; readonly echo: FormEcho };

type LeaveProps = PeopleForms & { readonly person: { readonly residentId: string; readonly lastName: string; readonly firstNames: string }; readonly reasons: readonly LeaveReason[] };

/** That somebody does not come, with the reason and what follows from it. */
export function LeaveForm({ visit, kind, path, echo, person, reasons }: LeaveProps) {
  if (reasons.length === 0) return null;
  const { residentId } = person;
  const own = echoOf(echo, formName("visits.leave", residentId));
  const name = listName(person);
  return (
    <details open={own !== null}>
      <summary>
        {words.leave}
        <span className="bk-sr">: {name}</span>
      </summary>
      <Form action="visits.leave" from={path} echo={echo} version={visit.version} instance={residentId} idPrefix={`leave-${residentId}`} label={`${words.leave}: ${name}`}>
        <Hidden name="id" value={visit.id} />
        <Hidden name="resident" value={residentId} />
        <RadioGroup echo={own} idPrefix={`leave-${residentId}`} name="reason" label={words.leaveLead} options={reasons.map((value) => ({ value, label: words.leaveLabels[kind][value], hint: words.leaveHints[value] }))} required />
        <SubmitButton variant="secondary" context={name}>{words.leaveSubmit}</SubmitButton>
      </Form>
    </details>
  );
}
