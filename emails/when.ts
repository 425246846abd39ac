import { formatDateTime, formatDay, formatRange } from "@/lib/messages/format";
import { civilDateOf } from "@/lib/time/calendar";

/** "Do, 3. Dezember 2026, 9:00–11:15 Uhr" */
export function dayAndSpan({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): string {
  return formatRange(new Date(startsAt), new Date(endsAt));
}

/** "Do, 3. Dezember 2026, 9:00 Uhr" */
export function dayAndTime(at: string): string {
  return formatDateTime(new Date(at));
}

/** "3. Dezember 2026" */
export function civilDay(at: string): string {
  return formatDay(civilDateOf(new Date(at)));
}
