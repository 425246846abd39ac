import { caseText, wordsOfReason } from "@/app/facility/requests/[id]/words";
import { wishText } from "@/app/facility/requests/[id]/wish-list";
import type { OwnFacility } from "@/lib/facilities/types";
import { preparationSentences } from "@/lib/messages/facility";
import { requestPages as words } from "@/lib/messages/facility-requests";
import { formatDateNumeric, formatDateTime, formatEuro } from "@/lib/messages/format";
import { labels } from "@/lib/messages/labels";
import { verdictText } from "@/lib/messages/law";
import { blockedText } from "@/lib/messages/planning";
import { preparationsOf } from "@/lib/preparation/rules";
import type { RequestDetails, RequestPerson } from "@/lib/requests/queries";

type Fact = { readonly term: string; readonly value: string };

/** The copy of a request (R65) as plain words: the printed sheet and the downloaded file show the same. */
export type CopyDocument = {
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly Fact[];
  readonly sections: readonly { readonly title: string; readonly facts: readonly Fact[]; readonly lines: readonly string[] }[];
};

/** What the copy of a request says. */
export function copyDocument(request: RequestDetails, facility: OwnFacility): CopyDocument {
  const reason = wordsOfReason(request);
  return {
    title: words.title(request.reference),
    subtitle: `${facility.name}, ${facility.street}, ${facility.postalCode} ${facility.city}`,
    facts: [
      { term: words.state, value: labels.requestState[request.state] },
      ...(reason ? [{ term: words.reason, value: reason }] : []),
      ...(request.sentAt ? [{ term: words.sentAt, value: formatDateTime(request.sentAt) }] : []),
      ...(request.informedAt ? [{ term: words.informedAt, value: formatDateTime(request.informedAt) }] : []),
      { term: words.contact, value: `${facility.contactName}, ${facility.contactPhone}` },
      { term: words.room, value: facility.site?.room ?? "–" },
      { term: words.wishes, value: request.wishes.length === 0 ? words.noWishes : request.wishes.map(wishText).join("; ") },
      ...(request.blocked.length > 0 ? [{ term: words.blocked, value: request.blocked.map(blockedText).join("; ") }] : []),
      ...(request.facilityNote ? [{ term: words.yourNote, value: request.facilityNote }] : []),
    ],
    sections: request.persons.map(personSection),
  };
}

function personSection(person: RequestPerson): CopyDocument["sections"][number] {
  const { facts, services, judgement, mobility } = person;
  const preparations = preparationsOf(facts, services, judgement, mobility)
    .filter((one) => one !== "FEE")
    .map((one) => preparationSentences[one]);
  return {
    title: `${person.lastName}, ${person.firstNames}`,
    facts: [
      { term: words.services, value: person.cases.map(caseText).join(", ") },
      { term: words.facts, value: words.born(formatDateNumeric(facts.bornOn)) },
      { term: words.fee, value: judgement.fee.totalCents === 0 ? words.free : formatEuro(judgement.fee.totalCents) },
      ...(preparations.length > 0 ? [{ term: words.prepare, value: preparations.join("; ") }] : []),
    ],
    lines: judgement.verdicts.map((one) => `${verdictText(one)} (${one.source})`),
  };
}
