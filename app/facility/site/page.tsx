import { notFound } from "next/navigation";
import { Alert } from "@/app/_ui/alert";
import { ButtonLink } from "@/app/_ui/button-link";
import { Checkbox } from "@/app/_ui/checkbox";
import { DescriptionList } from "@/app/_ui/description-list";
import { echoOf } from "@/app/_ui/field-state";
import { FormGrid } from "@/app/_ui/form-grid";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { RadioGroup } from "@/app/_ui/radio-group";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-area";
import { TextField } from "@/app/_ui/text-field";
import { TimeField } from "@/app/_ui/time-field";
import { ownPath } from "@/app/_shell/current";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { ownFacility } from "@/lib/facilities/queries";
import { siteGapsOf } from "@/lib/facilities/rules";
import { mobileReceptions } from "@/lib/facilities/types";
import { colleagueWords } from "@/lib/messages/colleagues";
import { facilitySite as words, siteGapSentences } from "@/lib/messages/facility";
import { formatDate, formatMinutes } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { civilDateOf } from "@/lib/time/calendar";

export const metadata = { title: words.title };

export default page("facility.site.view", async ({ scope, now, query, path, echo, notice }) => {
  const facility = await ownFacility(scope);
  if (!facility) notFound();
  const { site } = facility;
  const gaps = siteGapsOf(site);
  const isDue = facility.confirmationDueOn <= civilDateOf(now);
  const own = echoOf(echo, "site.change");
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} actions={<ButtonLink href="/facility/colleagues" variant="secondary">{colleagueWords.link}</ButtonLink>}>
      {gaps.length > 0 ? (
        <Alert tone="warning" title={words.gapsTitle}>
          <ul>
            {gaps.map((gap) => (
              <li key={gap}>{siteGapSentences[gap]}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <DescriptionList
        rows={[
          {
            term: words.address,
            value: (
              <span>
                {facility.name}, {facility.street}, {facility.postalCode} {facility.city} ({labels.district[facility.district]}). {words.addressHint}
              </span>
            ),
          },
        ]}
      />
      {site ? (
        <Section title={words.confirmTitle}>
          {site.confirmedOn ? <p>{words.confirmedOn(formatDate(site.confirmedOn))}</p> : null}
          {isDue ? <p>{words.confirmText}</p> : null}
          <Form action="site.confirm" from={path} echo={echo} version={facility.version}>
            <SubmitButton variant={isDue ? "primary" : "secondary"}>{words.confirm}</SubmitButton>
          </Form>
        </Section>
      ) : null}
      <Form action="site.change" from={path} echo={echo} version={facility.version}>
        <Hidden name="back" value={ownPath(query.back) ?? ""} />
        <h2>{words.contactTitle}</h2>
        <TextField echo={own} name="contactName" label={words.contactName} defaultValue={facility.contactName} required autoComplete="name" />
        <TextField echo={own} name="contactPhone" label={words.contactPhone} type="tel" defaultValue={facility.contactPhone} required autoComplete="tel" width={20} />
        <TextField echo={own} name="contactEmail" label={words.contactEmail} hint={words.contactEmailHint} type="email" defaultValue={facility.contactEmail} required autoComplete="email" spellCheck={false} />
        <h2>{words.roomTitle}</h2>
        <TextField echo={own} name="room" label={words.room} hint={words.roomHint} defaultValue={site?.room} required />
        <Checkbox echo={own} name="hasTable" label={words.hasTable} defaultChecked={site?.hasTable ?? false} />
        <Checkbox echo={own} name="hasSocket" label={words.hasSocket} defaultChecked={site?.hasSocket ?? false} />
        <Checkbox echo={own} name="hasPhotoSpace" label={words.hasPhotoSpace} defaultChecked={site?.hasPhotoSpace ?? false} />
        <Checkbox echo={own} name="hasStepFreeWay" label={words.hasStepFreeWay} defaultChecked={site?.hasStepFreeWay ?? false} />
        <RadioGroup
          echo={own}
          name="mobileReception"
          label={words.reception}
          hint={words.receptionHint}
          options={mobileReceptions.map((value) => ({ value, label: labels.mobileReception[value] }))}
          defaultValue={site?.mobileReception ?? "UNKNOWN"}
          required
          isInline
        />
        <h2>{words.arrivalTitle}</h2>
        <TextField echo={own} name="parking" label={words.parking} hint={words.parkingHint} defaultValue={site?.parking} />
        <TextArea echo={own} name="accessNote" label={words.accessNote} hint={words.accessNoteHint} defaultValue={site?.accessNote} rows={4} maxLength={1000} />
        {facility.kind === "PRISON" ? (
          <TextField echo={own} name="gateMinutes" label={words.gateMinutes} unit={words.gateUnit} defaultValue={String(site?.gateMinutes ?? 30)} required inputMode="numeric" width={4} />
        ) : null}
        <h2>{words.hoursTitle}</h2>
        <p>{words.hoursLead}</p>
        <FormGrid>
          <TimeField echo={own} name="visitsFrom" label={words.visitsFrom} defaultValue={formatMinutes(site?.visitsFrom ?? 480)} required />
          <TimeField echo={own} name="visitsUntil" label={words.visitsUntil} defaultValue={formatMinutes(site?.visitsUntil ?? 960)} required />
        </FormGrid>
        <SubmitButton>{words.save}</SubmitButton>
      </Form>
    </PageLayout>
  );
});
