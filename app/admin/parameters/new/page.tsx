import { DateField } from "@/app/_ui/date-field";
import { echoOf } from "@/app/_ui/field-state";
import { PageLayout } from "@/app/_ui/page-layout";
import { SelectField } from "@/app/_ui/select-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { parameterKeys } from "@/lib/law/parameters";
import { admin, parameterLabels } from "@/lib/messages/admin";
import { parameterWords as words, unitOfKey } from "@/lib/messages/parameters";

export const metadata = { title: words.newTitle };

/** The first of two pages: what shall hold from when. Coming back from the second one finds everything as it was typed. */
export default page("admin.parameters.edit", async ({ path, query, echo, notice }) => {
  const own = echoOf(echo, "parameters.check");
  return (
    <PageLayout title={words.newTitle} lead={words.newLead} notice={notice} breadcrumb={[{ href: "/admin/parameters", label: admin.parameters.title }, { href: path, label: words.newTitle }]}>
      <Form action="parameters.check" from={path} echo={echo}>
        <SelectField echo={own} name="key" label={words.key} required defaultValue={query.key} options={parameterKeys.map((key) => ({ value: key, label: parameterLabels[key], group: unitOfKey(key) }))} />
        <TextField echo={own} name="value" label={words.value} hint={words.valueHint} required width={10} maxLength={20} defaultValue={query.value} />
        <DateField echo={own} name="validFrom" label={words.validFrom} hint={words.validFromHint} required defaultValue={query.validFrom} />
        <TextField echo={own} name="source" label={words.source} hint={words.sourceHint} required maxLength={200} defaultValue={query.source} />
        <TextField echo={own} name="note" label={words.note} maxLength={300} defaultValue={query.note} />
        <SubmitButton>{words.preview}</SubmitButton>
      </Form>
    </PageLayout>
  );
});
