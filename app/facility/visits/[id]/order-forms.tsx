import { ButtonRow } from "@/app/_ui/button-row";
import { Hidden } from "@/app/_ui/hidden";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form } from "@/app/_shell/form";
import { listName } from "@/app/facility/name";
import type { PeopleForms } from "@/app/facility/visits/[id]/leave-form";
import { facilityVisit as words } from "@/lib/messages/facility";
import type { Direction } from "@/lib/people-order/types";

type OrderProps = PeopleForms & { readonly person: { readonly residentId: string; readonly lastName: string; readonly firstNames: string }; readonly isFirst: boolean; readonly isLast: boolean };

/** One place earlier or later, each a button. */
export function OrderForms({ visit, path, echo, person, isFirst, isLast }: OrderProps) {
  const button = (direction: Direction, label: string) => (
    <Form action="visits.order" from={path} echo={echo} version={visit.version} instance={`${direction}-${person.residentId}`} className="bk-inline-form">
      <Hidden name="id" value={visit.id} />
      <Hidden name="resident" value={person.residentId} />
      <Hidden name="direction" value={direction} />
      <SubmitButton variant="tertiary" size="small" context={listName(person)}>{label}</SubmitButton>
    </Form>
  );
  return (
    <ButtonRow>
      {isFirst ? null : button("EARLIER", words.earlier)}
      {isLast ? null : button("LATER", words.later)}
    </ButtonRow>
  );
}
