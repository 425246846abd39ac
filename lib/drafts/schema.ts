import { z } from "zod";
import type { Needs } from "@/lib/case-facts/types";
import { applicationReasons, services, type Service } from "@/lib/cases/types";
import { isId } from "@/lib/db/id";
import { draftButtons } from "@/lib/drafts/types";
import { choice, date, id, ids, optionalDate, optionalLine, optionalTime, ticked, version } from "@/lib/forms/fields";
import { formErrors } from "@/lib/messages/forms";
import type { BlockedTime, WishWindow } from "@/lib/requests/types";

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

/** As many as are ticked; one alone arrives as one string. */
const ticks = <T extends z.ZodType>(item: T, most: number) => z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item).max(most, formErrors.tooMany(most)));

const grid = ticks(cell, 500);

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

export const blockedRows = [1, 2, 3] as const;
type BlockedRow = (typeof blockedRows)[number];
const WHOLE_DAY = { fromMinutes: 0, untilMinutes: 1440 } as const;

const blockedRow = <N extends BlockedRow>(row: N) =>
  ({ [`blockedOn${row}`]: optionalDate(), [`blockedTo${row}`]: optionalDate(), [`blockedFrom${row}`]: optionalTime(), [`blockedUntil${row}`]: optionalTime() }) as {
    [K in `blockedOn${N}` | `blockedTo${N}`]: ReturnType<typeof optionalDate>;
  } & { [K in `blockedFrom${N}` | `blockedUntil${N}`]: ReturnType<typeof optionalTime> };

/** A blocked time and the row of the form in which it stands. */
export type TypedBlocked = BlockedTime & { readonly row?: BlockedRow };

const days = ticks(date(), 20);

/**
 * Ticked days, on which the whole day suits; up to five rows of a day and a span of it; and up to three rows of days on which it does not go, the whole day where no
 * time is named. Rows without a day do not count.
 */
export const setWishesSchema = z
  .strictObject({ id: id(), version: version(), days, ...wishRow(1), ...wishRow(2), ...wishRow(3), ...wishRow(4), ...wishRow(5), ...blockedRow(1), ...blockedRow(2), ...blockedRow(3) })
  .transform((typed, context) => {
    const wishes: TypedWish[] = [...new Set(typed.days)].map((date) => ({ date, ...spanMinutes.WHOLE_DAY }));
    const blocked: TypedBlocked[] = [];
    for (const row of blockedRows) {
      const [firstOn, lastOn, fromMinutes, untilMinutes] = [typed[`blockedOn${row}`], typed[`blockedTo${row}`], typed[`blockedFrom${row}`], typed[`blockedUntil${row}`]];
      if (firstOn === null) {
        if (lastOn !== null || fromMinutes !== null || untilMinutes !== null) context.addIssue({ code: "custom", path: [`blockedOn${row}`], message: formErrors.dateRequired });
        continue;
      }
      const isWholeDay = fromMinutes === null && untilMinutes === null;
      if (!isWholeDay && fromMinutes === null) context.addIssue({ code: "custom", path: [`blockedFrom${row}`], message: formErrors.timeRequired });
      if (!isWholeDay && untilMinutes === null) context.addIssue({ code: "custom", path: [`blockedUntil${row}`], message: formErrors.timeRequired });
      const span = fromMinutes !== null && untilMinutes !== null ? { fromMinutes, untilMinutes } : WHOLE_DAY;
      if (!blocked.some((one) => one.firstOn === firstOn && one.fromMinutes === span.fromMinutes)) blocked.push({ firstOn, lastOn: lastOn ?? firstOn, ...span, row });
    }
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
    return { id: typed.id, version: typed.version, wishes, blocked };
  });
export type SetWishesInput = Pick<z.output<typeof setWishesSchema>, "id" | "version" | "wishes"> & { readonly blocked?: readonly TypedBlocked[] };

export const discardDraftSchema = z.strictObject({ id: id(), version: version() });
export type DiscardDraftInput = z.output<typeof discardDraftSchema>;
