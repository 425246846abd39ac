import type { VisitFacts } from "@/emails/types";
import { mailFrame } from "@/lib/messages/mails";

/** What the facility needs to know to open the door: which visit, who comes, and the code they name (R60). */
export function visitDetails({ reference, crew, visitCode }: VisitFacts): readonly { readonly label: string; readonly value: string }[] {
  return [
    { label: mailFrame.visit, value: reference },
    { label: mailFrame.crew, value: crew.join(", ") },
    { label: mailFrame.visitCode, value: mailFrame.visitCodeHint(visitCode) },
  ];
}
