import { DescriptionList } from "@/app/_ui/description-list";
import { Hidden } from "@/app/_ui/hidden";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { echoOf } from "@/app/_ui/field-state";
import { Form, formName } from "@/app/_shell/form";
import type { FactorLine } from "@/lib/factors/types";
import type { FormEcho } from "@/lib/forms/types";
import { factorKinds, factorSetUp, security } from "@/lib/messages/factors";
import { formatDateTime } from "@/lib/messages/format";

type FactorCardProps = { readonly factor: FactorLine; readonly mayRemove: boolean; readonly path: string; readonly echo: FormEcho };

/** One factor: what it is, since when, last used; another name, and taking it away. */
export function FactorCard({ factor, mayRemove, path, echo }: FactorCardProps) {
  const { id, kind, name, addedAt, lastUsedAt } = factor;
  const own = echoOf(echo, formName("factors.rename", id));
  return (
    <div className="bk-card">
      <h3>{name}</h3>
      <DescriptionList
        isCompact
        rows={[
          { term: security.kind, value: factorKinds[kind] },
          { term: security.added, value: formatDateTime(addedAt) },
          ...(lastUsedAt ? [{ term: security.used, value: formatDateTime(lastUsedAt) }] : []),
        ]}
      />
      <details>
        <summary>
          {security.rename}
          <span className="bk-sr">: {name}</span>
        </summary>
        <Form action="factors.rename" from={path} echo={echo} instance={id} idPrefix={`rename-${id}`}>
          <Hidden name="id" value={id} />
          <TextField echo={own} idPrefix={`rename-${id}`} name="name" label={factorSetUp.name} defaultValue={name} required maxLength={60} width={20} />
          <SubmitButton size="small" variant="secondary" context={name}>
            {security.rename}
          </SubmitButton>
        </Form>
      </details>
      {mayRemove ? (
        <Form action="factors.remove" from={path} echo={echo} instance={id}>
          <Hidden name="id" value={id} />
          <p>{security.removeText}</p>
          <SubmitButton size="small" variant="danger" context={name}>
            {security.remove}
          </SubmitButton>
        </Form>
      ) : null}
    </div>
  );
}
