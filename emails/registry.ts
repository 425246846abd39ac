import { factorChanged, factorReset, factorResetAsked } from "@/emails/factor-changed";
import { facilityReminder } from "@/emails/facility-reminder";
import { invitation } from "@/emails/invitation";
import { officeDateConfirmed } from "@/emails/office-date-confirmed";
import { officeDateQuestioned } from "@/emails/office-date-questioned";
import { officePeopleChanged } from "@/emails/office-people-changed";
import { officeRequestAnswered } from "@/emails/office-request-answered";
import { officeRequestSent } from "@/emails/office-request-sent";
import { officeRequestWithdrawn } from "@/emails/office-request-withdrawn";
import { personRights } from "@/emails/person-rights";
import { requestAccepted } from "@/emails/request-accepted";
import { requestDeclined } from "@/emails/request-declined";
import { requestQuestioned } from "@/emails/request-questioned";
import { requestReceived } from "@/emails/request-received";
import { requestWithdrawn } from "@/emails/request-withdrawn";
import { signInCode } from "@/emails/sign-in-code";
import { siteReminder } from "@/emails/site-reminder";
import { tourAssigned } from "@/emails/tour-assigned";
import { tourCancelled } from "@/emails/tour-cancelled";
import { tourChanged } from "@/emails/tour-changed";
import type { MailContext, MailFactsByKind, MailKind, MailWriter, WrittenMail } from "@/emails/types";
import { visitAnnounced } from "@/emails/visit-announced";
import { visitCancelled } from "@/emails/visit-cancelled";
import { visitConfirmed } from "@/emails/visit-confirmed";
import { visitCrewChanged } from "@/emails/visit-crew-changed";
import { visitMoved } from "@/emails/visit-moved";
import { visitReminder } from "@/emails/visit-reminder";

/** Every mail the portal writes. A kind without its mail does not compile. */
const writers: { readonly [K in MailKind]: MailWriter<K> } = {
  "sign-in-code": signInCode,
  "factor-changed": factorChanged,
  "factor-reset-asked": factorResetAsked,
  "factor-reset": factorReset,
  "person-rights": personRights,
  "invitation": invitation,
  "request-received": requestReceived,
  "request-questioned": requestQuestioned,
  "request-accepted": requestAccepted,
  "request-declined": requestDeclined,
  "request-withdrawn": requestWithdrawn,
  "visit-announced": visitAnnounced,
  "visit-moved": visitMoved,
  "visit-confirmed": visitConfirmed,
  "visit-cancelled": visitCancelled,
  "visit-reminder": visitReminder,
  "visit-crew-changed": visitCrewChanged,
  "facility-reminder": facilityReminder,
  "site-reminder": siteReminder,
  "tour-assigned": tourAssigned,
  "tour-changed": tourChanged,
  "tour-cancelled": tourCancelled,
  "office-request-sent": officeRequestSent,
  "office-request-answered": officeRequestAnswered,
  "office-request-withdrawn": officeRequestWithdrawn,
  "office-date-confirmed": officeDateConfirmed,
  "office-date-questioned": officeDateQuestioned,
  "office-people-changed": officePeopleChanged,
};

export const mailKinds = Object.keys(writers) as readonly MailKind[];

export function isMailKind(kind: string): kind is MailKind {
  return Object.hasOwn(writers, kind);
}

/** Writes one mail. */
export function writeMail<K extends MailKind>(kind: K, facts: MailFactsByKind[K], context: MailContext): WrittenMail {
  return writers[kind](facts, context);
}
