import { z } from "zod";
import type { Needs } from "@/lib/case-facts/types";
import { applicationReasons, services, type Service } from "@/lib/cases/types";
import { isId } from "@/lib/db/id";
import { draftButtons } from "@/lib/drafts/types";
import { choice, id, ids, optionalDate, optionalLine, optionalTime, ticked, version } from "@/lib/forms/fields";
import { formErrors } from "@/lib/messages/forms";
import type { WishWindow } from "@/lib/requests/types";

/** What a page of the roster brings along: the button, the words of a search, and which page it was. */
const picking = { press: choice(draftButtons).default("NEXT"), name: optionalLine(100), page: z.string().regex(/^\d{1,5}$/, formErrors.choose).default("1").transform(Number) };

/** Whom a request begins with. Who only searches or turns the page may have chosen nobody yet. */
export const draftRequestSchema = z.strictObject({ residents: ids(0), ...picking }).refine(({ residents, press }) => residents.length > 0 || press !== "NEXT", { path: ["residents"], message: formErrors.chooseOne });
export type DraftRequestInput = z.output<typeof draftRequestSchema>;

/** One ticked box of the grid: a person and a service, written `id:SERVICE`. */
export type ChosenService = { readonly residentId: string; readonly service: Service };

const cell = z
  .string(formErrors.choose)
  .transform((text) => ({ residentId: text.split(":")[0]!, service: text.split(":").slice(1).join(":") }))
  .refine((pair): pair is ChosenService => isId(pair.residentId) && (services as readonly string[]).includes(pair.service), formErrors.choose);

const mostCells = 500;
const grid = z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(cell).max(mostCells, formErrors.tooMany(mostCells)));

/** The answers about one person of several in one form: each field's name ends with the person's id. */
const needsFields = { reason: z.union([z.literal("").transform(() => null), choice(applicationReasons)]).default(null), neededBy: optionalDate(), reduction: ticked(), shipping: ticked() };
type NeedsField = keyof typeof needsFields;

/** The name of an answer about one person in the form of all of them. */
export function needsField(field: NeedsField, residentId: string): string {
  return `${field}-${residentId}`;
}

const own = { id: id(), version: version(), chosen: grid, added: ids(0), stated: ids(0), ...picking };

/** `chosen` are the ticked boxes; `added` are people who join with an ID card; `stated` are those about whom the form asked why and until when. */
export const setPeopleSchema = z
  .object(own)
  .catchall(z.unknown())
  .transform((typed, context) => {
    const { id: requestId, version: seen, chosen, added, stated, press, name, page } = typed;
    const known = new Set(stated.flatMap((resident) => Object.keys(needsFields).map((field) => needsField(field as NeedsField, resident))));
    const strange = Object.keys(typed).filter((key) => !Object.hasOwn(own, key) && !known.has(key));
    if (strange.length > 0) context.addIssue({ code: "unrecognized_keys", keys: strange, input: typed });
    const answer = <F extends NeedsField>(field: F, resident: string): z.output<(typeof needsFields)[F]> | undefined => {
      const read = needsFields[field].safeParse((typed as Readonly<Record<string, unknown>>)[needsField(field, resident)]);
      if (read.success) return read.data as z.output<(typeof needsFields)[F]>;
      context.addIssue({ code: "custom", path: [needsField(field, resident)], message: read.error.issues[0]!.message });
      return undefined;
    };
    const needs = [...new Set(stated)].map((resident): Needs => ({
      resident,
      reason: answer("reason", resident) ?? null,
      neededBy: answer("neededBy", resident) ?? null,
      reduction: answer("reduction", resident) ?? false,
      shipping: answer("shipping", resident) ?? false,
    }));
    return { id: requestId, version: seen, chosen, added, needs, press, name, page };
  });
export type SetPeopleInput = Pick<z.output<typeof setPeopleSchema>, "id" | "version" | "chosen" | "added"> & { readonly needs?: readonly Needs[] };

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

export const discardDraftSchema = z.strictObject({ id: id(), version: version() });
export type DiscardDraftInput = z.output<typeof discardDraftSchema>;
