import { parametersOn, seedParameters } from "@/lib/law/parameters";
import type { CustodyFacts, ResidentFacts } from "@/lib/residents/types";

export const today = "2026-11-22";
export const parameters = parametersOn(seedParameters, today);

/** An eighty-year-old of Dortmund without any document, who applies alone. */
export function aPerson(changes: Partial<ResidentFacts> = {}): ResidentFacts {
  return {
    bornOn: "1946-05-04",
    nationality: "GERMAN",
    mainResidence: "DORTMUND",
    capacity: "CAPABLE",
    representation: "NONE",
    appliesBy: "SELF",
    isRepresentativePresent: null,
    idCardState: "NONE",
    idExpiresOn: null,
    hasValidPassport: false,
    isExempted: false,
    isPermanentResident: false,
    custody: null,
    ...changes,
  };
}

/** A sentence that began in 2026 and ends on 31 May 2027. */
export function aSentence(changes: Partial<CustodyFacts> = {}): CustodyFacts {
  return { kind: "SENTENCE", sinceOn: "2026-06-01", releaseOn: "2027-05-31", ...changes };
}
