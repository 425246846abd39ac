import type { CivilDate } from "@/lib/time/calendar";

/** A resident as the office's pages on the rights of the persons concerned show him or her: from one roster, so that one human being in two houses is two of these. */
export type SubjectLine = {
  readonly id: string;
  readonly lastName: string;
  readonly firstNames: string;
  readonly bornOn: CivilDate;
  readonly facilityName: string;
  readonly goneOn: CivilDate | null;
};

export type SubjectRefusal = { readonly code: "subject.unknown" };
