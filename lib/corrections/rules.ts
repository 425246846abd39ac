import type { Role } from "@/lib/auth/types";
import type { CorrectedBy, CorrectionFacts, CorrectionRefusal } from "@/lib/corrections/types";

/** As whom somebody of a role corrects; null for everybody else. */
export function correctorOf(role: Role | null): CorrectedBy | null {
  if (role === "CREW") return "crew";
  return role === "TEAM_LEAD" ? "office" : null;
}

/** The crew corrects what it recorded on the same day while its tour is under way; afterwards, and only then, the team lead does. */
export function correctionRefusal({ by, tourState, isRecordedToday }: CorrectionFacts): CorrectionRefusal | null {
  const isWithCrew = tourState === "UNDERWAY" && isRecordedToday;
  if (by === "crew") return isWithCrew ? null : { code: "correction.nowTheOffice" };
  return isWithCrew ? { code: "correction.stillTheCrew" } : null;
}
