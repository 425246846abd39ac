import { redirect } from "next/navigation";
import { Alert } from "@/app/_ui/alert";
import { ButtonLink } from "@/app/_ui/button-link";
import { ButtonRow } from "@/app/_ui/button-row";
import { DescriptionList } from "@/app/_ui/description-list";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { parameterOn, parameterUnits } from "@/lib/law/parameters";
import { parameterHistory } from "@/lib/law/queries";
import { admin, parameterLabels, parameterValue } from "@/lib/messages/admin";
import { formatDate } from "@/lib/messages/format";
import { parameterWords as words } from "@/lib/messages/parameters";
import { refusalSentence } from "@/lib/messages/refusals";
import { previewOf } from "@/lib/parameters/queries";
import { addRefusal, isReckoned } from "@/lib/parameters/rules";
import { newValueSchema } from "@/lib/parameters/schema";
import type { Effect } from "@/lib/parameters/types";
import { civilDateOf } from "@/lib/time/calendar";

export const metadata = { title: words.checkTitle };

/** The second page: what the value would change, and the press that adds it. Nothing is stored before. */
export default page("admin.parameters.edit", async ({ scope, query, path, echo, notice, now }) => {
  const typed = { key: query.key ?? "", value: query.value ?? "", validFrom: query.validFrom ?? "", source: query.source ?? "", note: query.note ?? "" };
  const parsed = newValueSchema.safeParse(typed);
  const back = `/admin/parameters/new?${new URLSearchParams(typed)}`;
  if (!parsed.success) redirect(back);
  const { key, value, validFrom, source, note } = parsed.data;
  const rows = await parameterHistory(scope);
  const refusal = addRefusal(rows, parsed.data, civilDateOf(now));
  const unit = parameterUnits[key];
  return (
    <PageLayout title={words.checkTitle} lead={words.checkLead} notice={notice} breadcrumb={[{ href: "/admin/parameters", label: admin.parameters.title }, { href: back, label: words.newTitle }, { href: path, label: words.checkTitle }]}>
      <DescriptionList
        rows={[
          { term: words.wanted, value: `${parameterLabels[key]}: ${parameterValue(value, unit)}` },
          { term: words.from, value: formatDate(validFrom) },
          { term: words.before, value: parameterValue(parameterOn(rows, key, validFrom), unit) },
          { term: words.source, value: note === "" ? source : `${source} · ${note}` },
        ]}
      />
      {refusal ? (
        <Alert tone="danger" title={refusalSentence(refusal)} />
      ) : (
        <>
          <Section title={words.effectTitle}>{isReckoned(key) ? <EffectList effect={await previewOf(scope, parsed.data)} /> : <p>{words.elsewhere}</p>}</Section>
          <Form action="parameters.add" from={path} echo={echo}>
            {Object.entries(typed).map(([name, text]) => (
              <Hidden key={name} name={name} value={text} />
            ))}
            <ButtonRow>
              <SubmitButton>{words.confirm}</SubmitButton>
              <ButtonLink href={back} variant="secondary">
                {words.change}
              </ButtonLink>
            </ButtonRow>
          </Form>
        </>
      )}
    </PageLayout>
  );
});

function EffectList({ effect }: { readonly effect: Effect }) {
  const lines = linesOf(effect);
  return (
    <>
      <p>{words.effectLead(effect.persons, effect.visits)}</p>
      {lines.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function linesOf({ fees, parts, refused, allowed, validity, lastUseful, stays }: Effect): readonly string[] {
  return [
    ...fees.map(({ fromCents, toCents, persons }) => words.fee(fromCents, toCents, persons)),
    ...parts.map(({ part, persons }) => words.part(part, persons)),
    ...(refused > 0 ? [words.refused(refused)] : []),
    ...(allowed > 0 ? [words.allowed(allowed)] : []),
    ...(validity > 0 ? [words.validity(validity)] : []),
    ...(lastUseful > 0 ? [words.lastUseful(lastUseful)] : []),
    ...stays.map(({ minutes, visits }) => words.stay(minutes, visits)),
  ];
}
