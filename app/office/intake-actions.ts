import { action } from "@/app/_shell/action";
import { acceptRequest, declineRequest, questionRequest, settleCase } from "@/lib/intake/commands";
import { acceptRequestSchema, declineRequestSchema, questionRequestSchema, settleCaseSchema } from "@/lib/intake/schema";
import { resendMail } from "@/lib/mail-orders/commands";
import { resendMailSchema } from "@/lib/mail-orders/schema";

const requestPage = ({ id }: { readonly id: string }): string => `/office/requests/${id}`;

/** The forms of the inbox, the decision page and the mail log. */
export const intakeActions = {
  "intake.accept": action({
    permission: "office.requests.decide",
    schema: acceptRequestSchema,
    run: acceptRequest,
    then: (value) => ({ to: requestPage(value), notice: "requestAccepted" }),
  }),
  "intake.question": action({
    permission: "office.requests.decide",
    schema: questionRequestSchema,
    run: questionRequest,
    then: (value) => ({ to: requestPage(value), notice: "requestQuestioned" }),
  }),
  "intake.decline": action({
    permission: "office.requests.decide",
    schema: declineRequestSchema,
    run: declineRequest,
    then: (value) => ({ to: requestPage(value), notice: "requestDeclined" }),
  }),
  "intake.settle": action({
    permission: "office.requests.decide",
    schema: settleCaseSchema,
    run: settleCase,
    then: (value) => ({ to: requestPage(value), notice: "caseSettled" }),
  }),
  "mails.resend": action({
    permission: "office.mails.resend",
    schema: resendMailSchema,
    run: resendMail,
    then: () => ({ to: "/office/mails", notice: "mailResent" }),
  }),
} as const;
