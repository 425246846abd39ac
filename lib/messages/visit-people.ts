import type { FacilityKind } from "@/lib/facilities/types";
import type { LeaveReason } from "@/lib/leaving/types";

/** What a house reads and says about who comes to an announced visit. */
export const visitPeople = {
  leave: "Kommt nicht",
  leaveLead: "Was ist der Grund? In unserer Mail steht er nicht.",
  leaveSubmit: "Mitteilen",
  leaveHints: {
    NOT_THIS_TIME: "wartet auf den nächsten Besuch",
    NOT_WANTED: "die Leistung wird aus der Anfrage genommen",
    IN_HOSPITAL: "wartet auf den nächsten Besuch",
    TRANSFERRED: "alles Offene endet, die Person steht nicht mehr in Ihrer Liste",
    RELEASED: "alles Offene endet, die Person steht nicht mehr in Ihrer Liste",
    DECEASED: "wir beenden alles Offene; Sie brauchen nichts weiter zu tun",
  } satisfies Record<LeaveReason, string>,
  leaveLabels: {
    NURSING_HOME: { NOT_THIS_TIME: "Kommt diesmal nicht", NOT_WANTED: "Möchte keinen Ausweis mehr", IN_HOSPITAL: "Ist im Krankenhaus", TRANSFERRED: "Ist in ein anderes Haus gezogen", RELEASED: "Ist ausgezogen", DECEASED: "Ist verstorben" },
    PRISON: { NOT_THIS_TIME: "Kommt diesmal nicht", NOT_WANTED: "Möchte keinen Ausweis mehr", IN_HOSPITAL: "Ist im Krankenhaus", TRANSFERRED: "Ist verlegt", RELEASED: "Ist entlassen", DECEASED: "Ist verstorben" },
  } satisfies Record<FacilityKind, Record<LeaveReason, string>>,
  title: "Noch jemand?",
  until: (day: string, time: string): string => `Ändern können Sie das bis ${day}, ${time} Uhr.`,
  fixed: (day: string, time: string): string => `Seit ${day}, ${time} Uhr steht fest, wer an der Reihe ist. Wenn jemand ins Krankenhaus kommt, verlegt oder entlassen wird oder verstirbt, sagen Sie es uns weiter hier; alles andere bitte am Telefon.`,
  free: (minutes: string): string => `Frei sind ${minutes}. Diese Personen warten auf einen Besuch:`,
  full: "Die Zeit ist verplant. Wer wartet, passt nur dazu, wenn der Besuch länger dauern kann; das prüft das Portal beim Drücken.",
  freeNobody: (minutes: string): string => `Frei sind ${minutes}. Im Moment wartet niemand aus Ihrem Haus.`,
  longer: "Besuch wird länger",
  join: "In diesen Besuch nehmen",
  addOther: "Jemanden aus der Liste dazunehmen",
  columns: { person: "Person", services: "Leistung", minutes: "Dauer", join: "Dazu" },
  office: {
    free: "Freier Platz",
    freeText: (minutes: string): string => `Frei sind ${minutes}. Aus diesem Haus warten:`,
    nobody: (minutes: string): string => `Frei sind ${minutes}. Aus diesem Haus wartet niemand.`,
    changes: "Nach der Ankündigung geändert",
    came: "Dazugekommen",
    columns: { person: "Person", what: "Was", at: "Wann" },
  },
} as const;

/** The page on which a house puts somebody of its list into a visit. */
export const addToVisitWords = {
  title: "Jemanden dazunehmen",
  lead: (day: string): string => `Zum Besuch am ${day}. Das geht ohne neue Anfrage, wenn bei der Person nichts zu klären ist.`,
  search: "Name",
  find: "Suchen",
  needTitle: "Braucht einen Ausweis",
  foundTitle: "Gefunden",
  nobody: "Niemand, für den nicht schon etwas läuft, braucht zurzeit einen Ausweis. Suchen Sie nach einem Namen.",
  busy: "Für diese Person läuft schon etwas. Wartet sie auf einen Besuch, steht sie auf der Seite des Besuchs.",
  service: "Was wird gebraucht?",
  informed: "Die Person oder ihre Vertretung weiß davon und ist über den Datenschutz informiert",
  submit: "Dazunehmen",
  born: (date: string): string => `geboren ${date}`,
} as const;

export const joiningErrors = { notInformed: "Bitte bestätigen Sie, dass die Person oder ihre Vertretung informiert ist." } as const;
