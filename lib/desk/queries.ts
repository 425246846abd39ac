import type { Tx } from "@/lib/db/client";
import { kitFactsSelect, kitLineOf } from "@/lib/kits/queries";
import { kitRefusal } from "@/lib/kits/rules";
import type { ParameterValues } from "@/lib/law/parameters";
import type { Refusal } from "@/lib/refusals";
import { staffNamed } from "@/lib/scheduling/queries";
import { staffRefusal } from "@/lib/staff/rules";
import type { CivilDate } from "@/lib/time/calendar";
import { crewRefusal } from "@/lib/tours/rules";

const absent: Refusal = { code: "notFound" };

/** Why a kit cannot go out on a day, apart from being taken (R50). */
export async function kitUnfit(tx: Tx, kitId: string, date: CivilDate): Promise<Refusal | null> {
  const kit = await tx.caseKit.findUnique({ where: { id: kitId }, select: kitFactsSelect });
  return kit ? kitRefusal(kitLineOf(kit), date) : absent;
}

/** Why these people cannot be a crew on a day, apart from being taken (R50, R51). */
export async function crewUnfit(tx: Tx, staffIds: readonly string[], date: CivilDate, parameters: ParameterValues): Promise<Refusal | null> {
  const crew = await staffNamed(tx, staffIds);
  if (!crew) return absent;
  return crewRefusal(crew, parameters) ?? crew.map((member) => staffRefusal(member, date)).find((one) => one !== null) ?? null;
}

/** A vehicle out of use does not exist for a tour. */
export async function vehicleUnfit(tx: Tx, vehicleId: string): Promise<Refusal | null> {
  return (await tx.vehicle.count({ where: { id: vehicleId, isActive: true } })) > 0 ? null : absent;
}
