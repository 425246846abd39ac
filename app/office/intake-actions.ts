import { action } from "@/app/_shell/action";
import { recordArrivals, recordCollection } from "@/lib/cards/commands";
import { recordArrivalsSchema, recordCollectionSchema } from "@/lib/cards/schema";
import { decideFee, recordAuthorisation } from "@/lib/case-facts/commands";
import { decideFeeSchema, recordAuthorisationSchema } from "@/lib/case-facts/schema";
import { acceptRequest, declineRequest, questionRequest, settleCase } from "@/lib/intake/commands";
import { acceptRequestSchema, declineRequestSchema, questionRequestSchema, settleCaseSchema } from "@/lib/intake/schema";
import { resendMail } from "@/lib/mail-orders/commands";
import { resendMailSchema } from "@/lib/mail-orders/schema";

const requestPage = ({ id }: { readonly id: string }): string => `/office/requests/${id}`;

/** The forms of the inbox, the decision page, the cards and the mail log. */
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
  "intake.authorise": action({
    permission: "office.requests.decide",
    schema: recordAuthorisationSchema,
    run: recordAuthorisation,
    then: (value) => ({ to: requestPage(value), notice: "authorisationRecorded" }),
    fieldOf: { "authorisation.inTheFuture": "authorisedOn" },
  }),
  "intake.decideFee": action({
    permission: "office.requests.decide",
    schema: decideFeeSchema,
    run: decideFee,
    then: (value) => ({ to: requestPage(value), notice: "feeDecided" }),
    fieldOf: { "fee.reasonDoesNotFit": "reason", "fee.amountMissing": "reducedCents", "fee.amountNotLess": "reducedCents" },
  }),
  "cards.arrive": action({
    permission: "office.cards.record",
    schema: recordArrivalsSchema,
    run: recordArrivals,
    then: () => ({ to: "/office/cards", notice: "cardsArrived" }),
    fieldOf: { "card.notWaiting": "cards", "card.personGone": "cards", "card.notAuthorised": "cards" },
  }),
  "cards.collect": action({
    permission: "office.cards.record",
    schema: recordCollectionSchema,
    run: recordCollection,
    then: () => ({ to: "/office/cards", notice: "cardCollected" }),
    fieldOf: { "card.onTour": "card", "card.notWaiting": "card", "card.notAuthorised": "card", "card.noShippingInCustody": "way", "card.noShippingUnderSixteen": "way" },
  }),
  "mails.resend": action({
    permission: "office.mails.resend",
    schema: resendMailSchema,
    run: resendMail,
    then: () => ({ to: "/office/mails", notice: "mailResent" }),
  }),
} as const;
