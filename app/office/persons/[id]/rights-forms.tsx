import { Alert } from "@/app/_ui/alert";
import { DateField } from "@/app/_ui/date-field";
import { echoOf } from "@/app/_ui/field-state";
import { Hidden } from "@/app/_ui/hidden";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { Form } from "@/app/_shell/form";
import type { FormEcho } from "@/lib/forms/types";
import { labels } from "@/lib/messages/labels";
import { holdReasonLabels } from "@/lib/messages/retention";
import { liftReasonLabels, subjectWords as words } from "@/lib/messages/subjects";
import { mainResidences, nationalities } from "@/lib/residents/types";
import { restrictionReasons } from "@/lib/retention/types";
import { liftReasons, type Restriction, type Subject } from "@/lib/subjects/types";

type FormsProps = { readonly person: Subject; readonly from: string; readonly echo: FormEcho };

/** Art. 16 GDPR. */
export function CorrectForm({ person, from, echo }: FormsProps) {
  const own = echoOf(echo, "subjects.correct");
  const field = { echo: own, idPrefix: "correct", required: true } as const;
  return (
    <Form action="subjects.correct" from={from} echo={echo} version={person.version} idPrefix="correct">
      <Hidden name="id" value={person.id} />
      <TextField {...field} name="lastName" label={words.lastName} defaultValue={person.lastName} maxLength={100} spellCheck={false} />
      <TextField {...field} name="firstNames" label={words.firstNames} defaultValue={person.firstNames} maxLength={100} spellCheck={false} />
      <DateField {...field} name="bornOn" label={words.bornOn} defaultValue={person.bornOn} />
      <SelectField {...field} name="nationality" label={words.nationality} defaultValue={person.nationality} options={nationalities.map((value) => ({ value, label: labels.nationality[value] }))} />
      <SelectField {...field} name="mainResidence" label={words.mainResidence} defaultValue={person.mainResidence} options={mainResidences.map((value) => ({ value, label: labels.mainResidence[value] }))} />
      <SubmitButton variant="secondary">{words.correct}</SubmitButton>
    </Form>
  );
}

/** Art. 18 GDPR. */
export function RestrictForm({ person, from, echo }: FormsProps) {
  return (
    <>
      <p>{words.restrictText}</p>
      <Form action="subjects.restrict" from={from} echo={echo} version={person.version} idPrefix="restrict">
        <Hidden name="id" value={person.id} />
        <SelectField echo={echoOf(echo, "subjects.restrict")} idPrefix="restrict" name="reason" label={words.reason} required options={restrictionReasons.map((value) => ({ value, label: holdReasonLabels[value] }))} />
        <SubmitButton variant="secondary">{words.restrict}</SubmitButton>
      </Form>
    </>
  );
}

/** First the person is told, then it may be lifted (Art. 18 (3) GDPR). */
export function RestrictionInForce({ restriction, from, echo }: { readonly restriction: Restriction; readonly from: string; readonly echo: FormEcho }) {
  const { id, version, reason, since, announcedAt } = restriction;
  return (
    <>
      <Alert tone="warning" title={words.restrictedTitle}>
        <p>{words.restrictedSince(since, holdReasonLabels[reason])}</p>
      </Alert>
      {announcedAt ? (
        <>
          <p>{words.announced(announcedAt)}</p>
          <Form action="subjects.lift" from={from} echo={echo} version={version} idPrefix="lift">
            <Hidden name="id" value={id} />
            <SelectField echo={echoOf(echo, "subjects.lift")} idPrefix="lift" name="reason" label={words.liftReason} required options={liftReasons.map((value) => ({ value, label: liftReasonLabels[value] }))} />
            <SubmitButton variant="secondary">{words.lift}</SubmitButton>
          </Form>
        </>
      ) : (
        <>
          <p>{words.announceText}</p>
          <Form action="subjects.announceLift" from={from} echo={echo} version={version}>
            <Hidden name="id" value={id} />
            <SubmitButton variant="secondary">{words.announce}</SubmitButton>
          </Form>
        </>
      )}
    </>
  );
}
