import { requestPages as words } from "@/lib/messages/facility-requests";
import { formatDate, formatMinuteRange } from "@/lib/messages/format";
import { blockedText } from "@/lib/messages/planning";
import type { BlockedTime, WishWindow } from "@/lib/requests/types";

/** One wish in words: "Do, 3. Dezember 2026, 9:00–12:00 Uhr". */
export function wishText({ date, fromMinutes, untilMinutes }: WishWindow): string {
  return `${formatDate(date)}, ${formatMinuteRange(fromMinutes, untilMinutes)}`;
}

/** The times in which it does not go. */
export function BlockedList({ blocked }: { readonly blocked: readonly BlockedTime[] }) {
  return (
    <ul>
      {blocked.map((time) => (
        <li key={`${time.firstOn} ${time.fromMinutes}`}>{blockedText(time)}</li>
      ))}
    </ul>
  );
}

/** The days that suit, or that any day does. */
export function WishList({ wishes }: { readonly wishes: readonly WishWindow[] }) {
  if (wishes.length === 0) return <>{words.noWishes}</>;
  return (
    <ul>
      {wishes.map((wish) => (
        <li key={`${wish.date} ${wish.fromMinutes}`}>{wishText(wish)}</li>
      ))}
    </ul>
  );
}
