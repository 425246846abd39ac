import { DateField } from "@/app/_ui/date-field";
import { FormGrid } from "@/app/_ui/form-grid";
import { SelectField } from "@/app/_ui/select-field";
import { TimeField } from "@/app/_ui/time-field";
import { spanMinutes, wishSpans, type WishSpan } from "@/lib/drafts/schema";
import type { FormEcho } from "@/lib/forms/types";
import { requestPages as words, spanLabels } from "@/lib/messages/facility-requests";
import { formatMinutes } from "@/lib/messages/format";
import type { BlockedTime, WishWindow } from "@/lib/requests/types";

/** One wish: a day, and when on it. */
export function WishFields({ row, wish, echo }: { readonly row: number; readonly wish: WishWindow | undefined; readonly echo: FormEcho }) {
  const span = wish ? spanOf(wish) : "WHOLE_DAY";
  const isOwn = span === "OWN" && wish !== undefined;
  return (
    <fieldset className="bk-wish">
      <legend>
        <strong>{words.wish(row)}</strong>
      </legend>
      <FormGrid>
        <DateField echo={echo} name={`wish${row}`} label={words.day} defaultValue={wish?.date} hideOptional />
        <SelectField echo={echo} name={`span${row}`} label={words.span} options={wishSpans.map((value) => ({ value, label: spanLabels[value] }))} emptyLabel={null} defaultValue={span} hideOptional />
      </FormGrid>
      <FormGrid>
        <TimeField echo={echo} name={`from${row}`} label={words.from} defaultValue={isOwn ? formatMinutes(wish.fromMinutes) : null} hideOptional />
        <TimeField echo={echo} name={`until${row}`} label={words.until} defaultValue={isOwn ? formatMinutes(wish.untilMinutes) : null} hideOptional />
      </FormGrid>
    </fieldset>
  );
}

/** One time in which it does not go: a day or several, and when on each of them. */
export function BlockedFields({ row, time, echo }: { readonly row: number; readonly time: BlockedTime | undefined; readonly echo: FormEcho }) {
  const isPart = time !== undefined && (time.fromMinutes > 0 || time.untilMinutes < 1440);
  return (
    <fieldset className="bk-wish">
      <legend>
        <strong>{words.blockedRow(row)}</strong>
      </legend>
      <FormGrid>
        <DateField echo={echo} name={`blockedOn${row}`} label={words.blockedOn} defaultValue={time?.firstOn} hideOptional />
        <DateField echo={echo} name={`blockedTo${row}`} label={words.blockedTo} defaultValue={time && time.lastOn !== time.firstOn ? time.lastOn : null} hideOptional />
      </FormGrid>
      <FormGrid>
        <TimeField echo={echo} name={`blockedFrom${row}`} label={words.from} defaultValue={isPart ? formatMinutes(time.fromMinutes) : null} hideOptional />
        <TimeField echo={echo} name={`blockedUntil${row}`} label={words.until} defaultValue={isPart ? formatMinutes(time.untilMinutes) : null} hideOptional />
      </FormGrid>
    </fieldset>
  );
}

/** The name of a span; what none of the names fits is an own time. */
export function spanOf({ fromMinutes, untilMinutes }: WishWindow): WishSpan {
  const named = Object.entries(spanMinutes).find(([, span]) => span.fromMinutes === fromMinutes && span.untilMinutes === untilMinutes);
  return (named?.[0] as WishSpan | undefined) ?? "OWN";
}
