import { checkChain } from "@/lib/audit/check";
import { recordRefusals } from "@/lib/audit/refusals";
import { sealAudit } from "@/lib/audit/seal";
import { clearLeftovers } from "@/lib/jobs/clear-leftovers";
import { rotateKeys } from "@/lib/jobs/data-keys";
import { remindFacilities } from "@/lib/jobs/remind-facilities";
import { remindVisits } from "@/lib/jobs/remind-visits";
import type { RecurringJob } from "@/lib/jobs/types";
import { deliverDueMails } from "@/lib/mail/deliver";
import { deletePersonalData } from "@/lib/privacy/run";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * Everything that recurs. `atOnce` is how many runs of a job may go on beside one another in one worker: a mail that hangs does not hold up the
 * others. Two workers may run beside each other; the database decides who does what.
 */
export const recurring: readonly RecurringJob[] = [
  { name: "deliverMails", every: SECOND, atOnce: 3, run: deliverDueMails },
  { name: "sealAudit", every: 5 * SECOND, atOnce: 1, run: sealAudit },
  { name: "checkAudit", every: MINUTE, atOnce: 1, run: checkChain },
  { name: "recordRefusals", every: MINUTE, atOnce: 1, run: recordRefusals },
  { name: "rotateKeys", every: 10 * MINUTE, atOnce: 1, run: rotateKeys },
  { name: "remindVisits", every: 10 * MINUTE, atOnce: 1, run: remindVisits },
  { name: "remindFacilities", every: 60 * MINUTE, atOnce: 1, run: remindFacilities },
  { name: "deletePersonalData", every: 10 * MINUTE, atOnce: 1, run: deletePersonalData },
  { name: "clearLeftovers", every: 10 * MINUTE, atOnce: 1, run: clearLeftovers },
];
