import type { Direction } from "@/lib/people-order/types";

/** The order after somebody has changed places with the neighbour; null where there is none on that side, or where nobody is called so. */
export function reordered(order: readonly string[], who: string, direction: Direction): readonly string[] | null {
  const from = order.indexOf(who);
  const to = direction === "EARLIER" ? from - 1 : from + 1;
  const neighbour = order[to];
  if (from < 0 || neighbour === undefined) return null;
  return order.map((one, index) => (index === to ? who : index === from ? neighbour : one));
}
