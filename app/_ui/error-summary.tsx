import type { FormEcho } from "@/lib/forms/types";
import { common } from "@/lib/messages/common";
import { fieldId } from "./field-state";
import { Icon } from "./icon";

/** All that is wrong with a form, above it, each line leading to its field; the browser puts the focus there. Renders nothing without errors. */
export function ErrorSummary({ echo, idPrefix, id = "error-summary" }: { readonly echo: FormEcho; readonly idPrefix?: string; readonly id?: string }) {
  const errors = echo?.errors ?? [];
  if (errors.length === 0) return null;
  return (
    <div className="kern-alert kern-alert--danger bk-error-summary" role="alert" aria-labelledby={`${id}-title`}>
      <div className="kern-alert__header">
        <Icon name="danger" />
        <h2 className="kern-title" id={`${id}-title`} tabIndex={-1} autoFocus>
          {common.form.summaryTitle}
        </h2>
      </div>
      <div className="kern-alert__body">
        <ul>
          {errors.map(({ field, message }) => (
            <li key={`${field}:${message}`}>{field === null ? message : <a href={`#${fieldId(field, idPrefix)}`}>{message}</a>}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
