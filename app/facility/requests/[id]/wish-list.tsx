import { requestPages as words } from "@/lib/messages/facility-requests";
import { formatDate, formatMinuteRange } from "@/lib/messages/format";
import type { WishWindow } from "@/lib/requests/types";

/** One wish in words: "Do, 3. Dezember 2026, 9:00–12:00 Uhr". */
export function wishText({ date, fromMinutes, untilMinutes }: WishWindow): string {
  return `${formatDate(date)}, ${formatMinuteRange(fromMinutes, untilMinutes)}`;
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
