import { ButtonLink } from "@/app/_ui/button-link";
import { DataTable } from "@/app/_ui/data-table";
import { Hidden } from "@/app/_ui/hidden";
import { PageLayout } from "@/app/_ui/page-layout";
import { StatusTag } from "@/app/_ui/status-tag";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Form } from "@/app/_shell/form";
import { page } from "@/app/_shell/page";
import { may } from "@/lib/auth/policy";
import type { FormEcho } from "@/lib/forms/types";
import { parameterUnits, type ParameterRow } from "@/lib/law/parameters";
import { parameterHistory, type StoredParameter } from "@/lib/law/queries";
import { admin, parameterLabels, parameterValue } from "@/lib/messages/admin";
import { parameterSource } from "@/lib/messages/parameter-sources";
import { formatDateNumeric } from "@/lib/messages/format";
import { parameterWords } from "@/lib/messages/parameters";
import { civilDateOf, type CivilDate } from "@/lib/time/calendar";

const words = admin.parameters;
export const metadata = { title: words.title };

export default page("admin.parameters.view", async ({ actor, scope, path, echo, now, notice }) => {
  const rows = await parameterHistory(scope);
  const today = civilDateOf(now);
  const mayEdit = may(actor.role, "admin.parameters.edit");
  return (
    <PageLayout title={words.title} lead={words.lead} notice={notice} width="wide" actions={mayEdit ? <ButtonLink href="/admin/parameters/new">{parameterWords.add}</ButtonLink> : null}>
      <DataTable
        caption={words.caption}
        hideCaption
        isDense
        columns={[
          { key: "name", label: words.name },
          { key: "value", label: words.value, isNumeric: true },
          { key: "from", label: words.from },
          { key: "state", label: words.state },
          { key: "source", label: words.source },
        ]}
        rows={rows.map((row) => ({
          id: `${row.key}-${row.validFrom}`,
          cells: {
            name: parameterLabels[row.key],
            value: parameterValue(row.value, parameterUnits[row.key]),
            from: formatDateNumeric(row.validFrom),
            state: (
              <>
                <State row={row} rows={rows} today={today} />
                {mayEdit && row.validFrom > today ? <Withdraw row={row} path={path} echo={echo} /> : null}
              </>
            ),
            source: parameterSource(row),
          },
        }))}
      />
    </PageLayout>
  );
});

/** Takes a value back that has not begun. */
function Withdraw({ row, path, echo }: { readonly row: StoredParameter; readonly path: string; readonly echo: FormEcho }) {
  return (
    <Form action="parameters.withdraw" from={path} echo={echo} instance={row.id}>
      <Hidden name="id" value={row.id} />
      <SubmitButton variant="secondary" size="small" context={parameterWords.withdrawOf(parameterLabels[row.key], formatDateNumeric(row.validFrom))}>
        {parameterWords.withdraw}
      </SubmitButton>
    </Form>
  );
}

function State({ row, rows, today }: { readonly row: ParameterRow; readonly rows: readonly ParameterRow[]; readonly today: CivilDate }) {
  if (row.validFrom > today) return <StatusTag size="small" tone="info" label={words.future} />;
  const isFollowed = rows.some((other) => other.key === row.key && other.validFrom > row.validFrom && other.validFrom <= today);
  const isOver = isFollowed || (row.validUntil !== null && row.validUntil <= today);
  return <StatusTag size="small" tone={isOver ? "neutral" : "success"} label={isOver ? words.past : words.current} />;
}
