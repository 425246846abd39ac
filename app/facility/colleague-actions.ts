import { action } from "@/app/_shell/action";
import { handLeadOver, inviteColleague, removeColleague, resendInvitation } from "@/lib/colleagues/commands";
import { colleagueSchema, inviteColleagueSchema } from "@/lib/colleagues/schema";

const PAGE = "/facility/colleagues";

/** The forms with which a house's lead lets people in and out. */
export const colleagueActions = {
  "colleagues.invite": action({
    permission: "facility.colleagues.lead",
    fresh: true,
    schema: inviteColleagueSchema,
    run: inviteColleague,
    then: () => ({ to: PAGE, notice: "colleagueInvited" }),
    fieldOf: { "colleague.alreadyHere": "email", "auth.tooMany": "email" },
  }),
  "colleagues.resend": action({
    permission: "facility.colleagues.lead",
    schema: colleagueSchema,
    run: resendInvitation,
    then: () => ({ to: PAGE, notice: "invitationResent" }),
  }),
  "colleagues.remove": action({
    permission: "facility.colleagues.lead",
    fresh: true,
    schema: colleagueSchema,
    run: removeColleague,
    then: () => ({ to: PAGE, notice: "colleagueRemoved" }),
  }),
  "colleagues.handOver": action({
    permission: "facility.colleagues.lead",
    fresh: true,
    schema: colleagueSchema,
    run: handLeadOver,
    then: () => ({ to: PAGE, notice: "leadHandedOver" }),
  }),
} as const;
