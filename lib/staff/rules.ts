import type { StaffFacts, StaffRefusal, Training } from "@/lib/staff/types";
import { addDays, type CivilDate } from "@/lib/time/calendar";

/** R51: whether one of the certificates is valid on a day. */
export function isTrainedOn(trainings: readonly Training[], date: CivilDate): boolean {
  return trainings.some((one) => one.validFromOn <= date && (one.validUntilOn === null || date < one.validUntilOn));
}

/** R51: only active staff with training valid on the day of the tour can be on its crew; says until when it was valid or when it is again. */
export function staffRefusal(member: StaffFacts, date: CivilDate): StaffRefusal | null {
  const { label, trainings } = member;
  if (!member.isActive) return { code: "staff.inactive", label };
  if (isTrainedOn(trainings, date)) return null;
  if (trainings.length === 0) return { code: "staff.neverTrained", label, date };
  const ended = trainings.flatMap((one) => (one.validUntilOn !== null && one.validUntilOn <= date ? [one.validUntilOn] : []));
  const lastEnd = ended.sort().at(-1);
  const nextStart = trainings.map((one) => one.validFromOn).filter((from) => from > date).sort()[0];
  return { code: "staff.trainingNotValid", label, date, lastValidOn: lastEnd === undefined ? null : addDays(lastEnd, -1), validAgainFromOn: nextStart ?? null };
}
