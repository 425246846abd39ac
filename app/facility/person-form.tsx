import type { ReactNode } from "react";
import { Checkbox } from "@/app/_ui/checkbox";
import { DateField } from "@/app/_ui/date-field";
import { echoOf } from "@/app/_ui/field-state";
import { FormGrid } from "@/app/_ui/form-grid";
import { Hidden } from "@/app/_ui/hidden";
import { RadioGroup } from "@/app/_ui/radio-group";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { Form } from "@/app/_shell/form";
import { Verdicts, verdictsOf } from "@/app/facility/law";
import { SimilarPersons } from "@/app/facility/similar-persons";
import type { FacilityKind } from "@/lib/facilities/types";
import type { FormEcho } from "@/lib/forms/types";
import type { Verdict } from "@/lib/law/verdicts";
import { personPages as words } from "@/lib/messages/facility-persons";
import { labels } from "@/lib/messages/labels";
import type { Listed } from "@/lib/recognition/types";
import type { ResidentDetails } from "@/lib/residents/queries";
import { statedExpiry } from "@/lib/residents/rules";

type PersonFormProps = {
  readonly kind: FacilityKind;
  readonly echo: FormEcho;
  readonly from: string;
  /** Where to go after saving, or empty. */
  readonly back: string;
  /** Absent: a new person. */
  readonly person?: ResidentDetails;
  readonly verdicts?: readonly Verdict[];
  /** Who of the roster may be the person that was just typed. */
  readonly similar?: readonly Listed[];
};

const optionsOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** Everything the portal asks about a person; what the law makes of an answer stands beside it. */
export function PersonForm({ kind, echo, from, back, person, verdicts = [], similar = [] }: PersonFormProps) {
  const action = person ? "residents.change" : "residents.add";
  const own = echoOf(echo, action);
  const facts = person?.facts;
  const presence = facts?.isRepresentativePresent;
  const aside = (...families: readonly string[]) => {
    const some = verdictsOf(verdicts, ...families);
    return some.length > 0 ? <Verdicts verdicts={some} /> : undefined;
  };
  return (
    <Form action={action} from={from} echo={echo} version={person?.version}>
      {person ? <Hidden name="id" value={person.id} /> : null}
      <Hidden name="back" value={back} />
      <h2>{words.personTitle}</h2>
      <FormGrid>
        <TextField echo={own} name="lastName" label={words.lastName} defaultValue={person?.lastName} required autoComplete="off" spellCheck={false} />
        <TextField echo={own} name="firstNames" label={words.firstNames} defaultValue={person?.firstNames} required autoComplete="off" spellCheck={false} />
      </FormGrid>
      <DateField echo={own} name="bornOn" label={words.bornOn} hint={words.bornHint} defaultValue={facts?.bornOn} required />
      {similar.length > 0 ? <SimilarPersons own={own} similar={similar} /> : null}
      <RadioGroup echo={own} name="nationality" label={words.nationality} options={optionsOf(labels.nationality)} defaultValue={facts?.nationality ?? "GERMAN"} required aside={aside("eligibility")} />
      <RadioGroup
        echo={own}
        name="mainResidence"
        label={words.mainResidence}
        hint={words.mainResidenceHint}
        options={optionsOf(labels.mainResidence)}
        defaultValue={facts?.mainResidence ?? "DORTMUND"}
        required
        aside={aside("competence")}
      />
      {kind === "PRISON" ? <CustodyFields own={own} person={person} aside={aside("release")} /> : null}
      <h2>{words.cardTitle}</h2>
      <RadioGroup echo={own} name="idCardState" label={words.idCardState} options={optionsOf(labels.idCardState)} defaultValue={facts?.idCardState ?? "EXPIRED"} required aside={aside("duty", "exemption")} />
      <DateField echo={own} name="idExpiresOn" label={words.idExpiresOn} hint={words.idExpiresHint} defaultValue={person && facts ? statedExpiry({ idExpiresOn: facts.idExpiresOn, isExpiryMonthOnly: person.isExpiryMonthOnly }) : null} />
      <Checkbox echo={own} name="hasValidPassport" label={words.hasValidPassport} defaultChecked={facts?.hasValidPassport ?? false} />
      <Checkbox echo={own} name="isExempted" label={words.isExempted} defaultChecked={facts?.isExempted ?? false} />
      <h2>{words.representationTitle}</h2>
      <RadioGroup echo={own} name="capacity" label={words.capacity} hint={words.capacityHint} options={optionsOf(labels.capacity)} defaultValue={facts?.capacity ?? "CAPABLE"} required />
      <SelectField echo={own} name="representation" label={words.representation} options={optionsOf(labels.representation)} emptyLabel={null} defaultValue={facts?.representation ?? "NONE"} required />
      <RadioGroup echo={own} name="appliesBy" label={words.appliesBy} options={optionsOf(labels.appliesBy)} defaultValue={facts?.appliesBy ?? "SELF"} required aside={aside("representation")} />
      <RadioGroup
        echo={own}
        name="isRepresentativePresent"
        label={words.isRepresentativePresent}
        options={[
          { value: "", label: words.presence.UNKNOWN },
          { value: "YES", label: words.presence.YES },
          { value: "NO", label: words.presence.NO },
        ]}
        defaultValue={presence === true ? "YES" : presence === false ? "NO" : ""}
        isInline
      />
      <h2>{words.visitTitle}</h2>
      <RadioGroup echo={own} name="mobility" label={words.mobility} options={optionsOf(labels.mobility)} defaultValue={person?.mobility ?? "COMES_TO_ROOM"} required />
      <SelectField
        echo={own}
        name="fingerprintObstacle"
        label={words.fingerprintObstacle}
        hint={words.fingerprintHint}
        options={optionsOf(labels.fingerprintObstacle)}
        emptyLabel={null}
        defaultValue={person?.fingerprintObstacle ?? "NONE"}
        required
      />
      {kind === "NURSING_HOME" ? <Checkbox echo={own} name="isPermanentResident" label={words.isPermanentResident} defaultChecked={facts?.isPermanentResident ?? true} /> : null}
      <SubmitButton>{person ? words.save : words.addAndSave}</SubmitButton>
    </Form>
  );
}

function CustodyFields({ own, person, aside }: { readonly own: FormEcho; readonly person: ResidentDetails | undefined; readonly aside: ReactNode }) {
  const custody = person?.facts.custody;
  return (
    <>
      <h2>{words.custodyTitle}</h2>
      <RadioGroup echo={own} name="custodyKind" label={words.custodyKind} options={optionsOf(labels.custodyKind)} defaultValue={custody?.kind} required />
      <DateField echo={own} name="custodySinceOn" label={words.custodySinceOn} defaultValue={custody?.sinceOn} />
      <DateField echo={own} name="releaseOn" label={words.releaseOn} hint={words.releaseHint} defaultValue={custody?.releaseOn} aside={aside} />
    </>
  );
}
