import type { Resource, TakenRange } from "@/lib/reservations/types";
import { overlaps, type Range } from "@/lib/time/range";
import { resourceKinds, type ReservationPurpose, type ResourceKind, type ResourceRefusal } from "@/lib/tours/types";

/** The order in which resources are reserved, released and locked: always the same, so that two changes never wait for each other in a circle. */
export function inLockOrder<R extends Pick<Resource, "id">>(resources: readonly R[]): readonly R[] {
  return [...resources].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** R52: what takes one of the resources within a range: the kit first, then the crew, then the vehicle, the earliest first; null when all are free. */
export function takenRefusal(range: Range<Date>, taken: readonly TakenRange[]): ResourceRefusal | null {
  const inTheWay = taken.filter((one) => overlaps(range, one));
  const order = ({ resource }: TakenRange): number => resourceKinds.indexOf(resource.kind);
  const [first] = inTheWay.sort((a, b) => order(a) - order(b) || a.from.getTime() - b.from.getTime());
  if (!first) return null;
  const { resource, label, from, until, place, purpose } = first;
  return { code: "resource.taken", resourceKind: resource.kind, label, from, until, place, purpose };
}

/** People are absent, things are repaired. */
export function absencePurpose(kind: ResourceKind): Exclude<ReservationPurpose, "TOUR"> {
  return kind === "STAFF" ? "ABSENCE" : "REPAIR";
}

type AbsenceRefusal = { readonly code: "resource.endsBeforeStart" } | { readonly code: "resource.inThePast" };

/** An absence has a length and is not over yet; it may have begun. */
export function absenceRefusal(range: Range<Date>, now: Date): AbsenceRefusal | null {
  if (range.until <= range.from) return { code: "resource.endsBeforeStart" };
  return range.until <= now ? { code: "resource.inThePast" } : null;
}
