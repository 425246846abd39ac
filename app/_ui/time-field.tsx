import { common } from "@/lib/messages/common";
import type { FieldProps } from "./field-state";
import { TextField } from "./text-field";

/** A clock time as text, "9:30". */
export function TimeField({ hint = common.form.timeHint, ...props }: FieldProps) {
  return <TextField {...props} hint={hint} width={4} maxLength={5} unit={common.form.timeUnit} autoComplete={props.autoComplete ?? "off"} />;
}
