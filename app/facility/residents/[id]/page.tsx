import { notFound } from "next/navigation";
import { Alert } from "@/app/_ui/alert";
import { ButtonLink } from "@/app/_ui/button-link";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { ownPath } from "@/app/_shell/current";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { Verdicts } from "@/app/facility/law";
import { PersonDeletion } from "@/app/facility/person-deletion";
import { PersonForm } from "@/app/facility/person-form";
import { typedPerson } from "@/app/facility/similar-persons";
import { ownFacility, parametersToday } from "@/lib/facilities/queries";
import { photoByOf } from "@/lib/facilities/rules";
import { judge } from "@/lib/law/rules";
import { personPages as words } from "@/lib/messages/facility-persons";
import { formatDate, formatEuro } from "@/lib/messages/format";
import { releases } from "@/lib/messages/releases";
import { similarPersons } from "@/lib/recognition/queries";
import { restrictedName, subjectWords } from "@/lib/messages/subjects";
import { viewResident } from "@/lib/residents/queries";
import { civilDateOf } from "@/lib/time/calendar";

export const metadata = { title: words.personTitle };

export default page("facility.residents.view", async ({ actor, scope, now, params, query, path, echo, notice }) => {
  const facility = await ownFacility(scope);
  const person = facility && (await viewResident(actor, params.id));
  if (!facility || !person) notFound();
  if ("restrictedAt" in person) {
    return (
      <PageLayout title={restrictedName} notice={notice} breadcrumb={[{ href: "/facility/residents", label: words.listTitle }]}>
        <p>{subjectWords.facilityText(person.restrictedAt)}</p>
      </PageLayout>
    );
  }
  const name = (
    <bdi>
      {person.firstNames} {person.lastName}
    </bdi>
  );
  const typed = typedPerson(echo, "residents.change");
  const parameters = await parametersToday(scope, now);
  const breadcrumb = [{ href: "/facility/residents", label: words.listTitle }];
  if (person.goneOn) {
    return (
      <PageLayout title={name} notice={notice} breadcrumb={breadcrumb}>
        <p>{words.goneOn(formatDate(person.goneOn))}</p>
        <PersonDeletion person={person} parameters={parameters} />
      </PageLayout>
    );
  }
  const context = { today: civilDateOf(now), visitOn: null, parameters, photoBy: photoByOf(facility.kind), isOutsideServiceHours: false };
  const judgement = judge(person.facts, ["ID_CARD"], context);
  return (
    <PageLayout title={name} lead={words.lawLead} notice={notice} breadcrumb={breadcrumb} width="wide">
      {judgement.blockers.length > 0 ? (
        <Alert tone="danger" title={words.blockedTitle}>
          <Verdicts verdicts={judgement.blockers} />
        </Alert>
      ) : (
        <p>{words.lawFee(formatEuro(judgement.fee.totalCents))}</p>
      )}
      {facility.kind === "PRISON" ? <ButtonLink href={`/facility/residents/${person.id}/release`} variant="secondary">{releases.link}</ButtonLink> : null}
      <PersonForm kind={facility.kind} echo={echo} from={path} back={ownPath(query.back) ?? ""} person={person} verdicts={judgement.verdicts} similar={typed ? await similarPersons(actor, typed, person.id) : []} />
      {person.requests.length > 0 ? (
        <Section title={words.requestsTitle}>
          <ul>
            {person.requests.map(({ id, reference }) => (
              <li key={id}>
                <TextLink href={`/facility/requests/${id}`}>{words.request(reference)}</TextLink>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <PersonDeletion person={person} parameters={parameters} />
      <Section title={words.goneTitle}>
        <p>{words.goneText[facility.kind]}</p>
        <Form action="residents.markGone" from={path} echo={echo} version={person.version}>
          <Hidden name="id" value={person.id} />
          <SubmitButton variant="danger">{words.markGone}</SubmitButton>
        </Form>
      </Section>
    </PageLayout>
  );
});
