import { z } from "zod";
import { services, type Service } from "@/lib/cases/types";
import { isId } from "@/lib/db/id";
import { choice, id, ids, optionalDate, optionalText, optionalTime, ticked, version } from "@/lib/forms/fields";
import { formErrors } from "@/lib/messages/forms";
import { withdrawReasons, type WishWindow } from "@/lib/requests/types";

export const draftRequestSchema = z.strictObject({ residents: ids() });

/** One ticked box of the grid: a person and a service, written `id:SERVICE`. */
export type ChosenService = { readonly residentId: string; readonly service: Service };

const cell = z
  .string(formErrors.choose)
  .transform((text) => ({ residentId: text.split(":")[0]!, service: text.split(":").slice(1).join(":") }))
  .refine((pair): pair is ChosenService => isId(pair.residentId) && (services as readonly string[]).includes(pair.service), formErrors.choose);

const mostCells = 500;
const grid = z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(cell).max(mostCells, formErrors.tooMany(mostCells)));

/** `chosen` are the ticked boxes; `added` are people who join with an ID card. */
export const setPeopleSchema = z.strictObject({ id: id(), version: version(), chosen: grid, added: ids(0) });
export type SetPeopleInput = z.output<typeof setPeopleSchema>;

export const wishRows = [1, 2, 3, 4, 5] as const;
type WishRow = (typeof wishRows)[number];

export const wishSpans = ["WHOLE_DAY", "FORENOON", "AFTERNOON", "OWN"] as const;
export type WishSpan = (typeof wishSpans)[number];

/** The spans by name as minutes since midnight; the service hours of the office lie around them. */
export const spanMinutes = {
  WHOLE_DAY: { fromMinutes: 480, untilMinutes: 960 },
  FORENOON: { fromMinutes: 480, untilMinutes: 720 },
  AFTERNOON: { fromMinutes: 720, untilMinutes: 960 },
} as const satisfies Record<Exclude<WishSpan, "OWN">, Omit<WishWindow, "date">>;

const wishRow = <N extends WishRow>(row: N) =>
  ({ [`wish${row}`]: optionalDate(), [`span${row}`]: choice(wishSpans).default("WHOLE_DAY"), [`from${row}`]: optionalTime(), [`until${row}`]: optionalTime() }) as {
    [K in `wish${N}`]: ReturnType<typeof optionalDate>;
  } & { [K in `span${N}`]: z.ZodDefault<ReturnType<typeof choice<typeof wishSpans>>> } & { [K in `from${N}` | `until${N}`]: ReturnType<typeof optionalTime> };

/** A wish and the row of the form in which it stands. */
export type TypedWish = WishWindow & { readonly row?: WishRow };

/** Up to five rows of a day and a span of it; rows without a day do not count. */
export const setWishesSchema = z
  .strictObject({ id: id(), version: version(), ...wishRow(1), ...wishRow(2), ...wishRow(3), ...wishRow(4), ...wishRow(5) })
  .transform((typed, context) => {
    const wishes: TypedWish[] = [];
    for (const row of wishRows) {
      const date = typed[`wish${row}`];
      if (date === null) continue;
      const span = typed[`span${row}`];
      const own = { fromMinutes: typed[`from${row}`], untilMinutes: typed[`until${row}`] };
      const { fromMinutes, untilMinutes } = span === "OWN" ? own : spanMinutes[span];
      if (fromMinutes === null) context.addIssue({ code: "custom", path: [`from${row}`], message: formErrors.timeRequired });
      if (untilMinutes === null) context.addIssue({ code: "custom", path: [`until${row}`], message: formErrors.timeRequired });
      if (fromMinutes === null || untilMinutes === null) continue;
      const isTwice = wishes.some((one) => one.date === date && one.fromMinutes === fromMinutes);
      if (!isTwice) wishes.push({ date, fromMinutes, untilMinutes, row });
    }
    return { id: typed.id, version: typed.version, wishes };
  });
export type SetWishesInput = z.output<typeof setWishesSchema>;

/** R64: the declaration is judged by the rule, so that its sentence stands beside the others. */
export const sendRequestSchema = z.strictObject({ id: id(), version: version(), note: optionalText(), informed: ticked() });
export type SendRequestInput = z.output<typeof sendRequestSchema>;

export const answerRequestSchema = z.strictObject({ id: id(), version: version(), note: optionalText(), informed: ticked() });
export type AnswerRequestInput = z.output<typeof answerRequestSchema>;

export const discardDraftSchema = z.strictObject({ id: id(), version: version() });
export type DiscardDraftInput = z.output<typeof discardDraftSchema>;

/** Used for a whole request and for one case of it. */
export const withdrawSchema = z.strictObject({ id: id(), version: version(), reason: choice(withdrawReasons) });
export type WithdrawInput = z.output<typeof withdrawSchema>;
