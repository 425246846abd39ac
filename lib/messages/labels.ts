import type { CollectionWay, OldCard } from "@/lib/cards/types";
import type { ApplicationReason, AppointmentOutcome, CaseCloseReason, CaseState, FeeDecision, FeeDecisionReason, NotPossibleReason, Service } from "@/lib/cases/types";
import type { CorrectionReason } from "@/lib/corrections/types";
import type { ComponentKind, ConsumableKind, KitState } from "@/lib/kits/types";
import type { LeaveReason } from "@/lib/leaving/types";
import type { DeclineReason, QuestionReason, RequestState, WithdrawReason } from "@/lib/requests/types";
import type { AppliesBy, Capacity, CustodyKind, FingerprintObstacle, IdCardState, MainResidence, Mobility, Nationality, Representation } from "@/lib/residents/types";
import type { District, TourState } from "@/lib/tours/types";
import type { DateQuestionReason, VisitState } from "@/lib/visits/types";

/** One German word for every code. */
export const labels = {
  service: { ID_CARD: "Personalausweis", PROVISIONAL_ID: "Vorläufiger Personalausweis", DUTY_EXEMPTION: "Befreiung von der Ausweispflicht", HAND_OVER: "Aushändigung", ADDRESS_CHANGE: "Adressänderung" } satisfies Record<Service, string>,
  requestState: { DRAFT: "Entwurf", SENT: "Gesendet", QUESTIONED: "Rückfrage", ACCEPTED: "Angenommen", DECLINED: "Abgelehnt", WITHDRAWN: "Zurückgezogen", CLOSED: "Abgeschlossen" } satisfies Record<RequestState, string>,
  caseState: { DRAFT: "Entwurf", REQUESTED: "Angefragt", ACCEPTED: "Angenommen", APPLIED: "Beantragt", CLOSED: "Abgeschlossen" } satisfies Record<CaseState, string>,
  applicationReason: { FIRST: "Erster Ausweis", EXPIRED: "Abgelaufen", EXPIRING: "Läuft bald ab", LOST: "Verloren", STOLEN: "Gestohlen", DATA_CHANGED: "Neuer Name oder andere Daten", APPEARANCE_CHANGED: "Das Foto passt nicht mehr", DAMAGED: "Beschädigt", OTHER_INTEREST: "Anderer wichtiger Grund" } satisfies Record<ApplicationReason, string>,
  feeDecision: { WAIVED: "Erlassen", REDUCED: "Ermäßigen", FULL: "Nicht ermäßigen" } satisfies Record<FeeDecision, string>,
  feeDecisionReason: { NO_OWN_MEANS: "Keine eigenen Mittel", HARDSHIP_PROVEN: "Härte nachgewiesen", NOT_PROVEN: "Härte nicht nachgewiesen", NOT_NEEDY: "Nicht bedürftig im Sinn der Verordnung" } satisfies Record<FeeDecisionReason, string>,
  closeReason: { DONE: "Erledigt", DECLINED: "Abgelehnt", WITHDRAWN: "Zurückgezogen", GONE: "Nicht mehr im Haus" } satisfies Record<CaseCloseReason, string>,
  visitState: { TO_PLAN: "Zu planen", PLANNED: "Entwurf", ANNOUNCED: "Angekündigt", CONFIRMED: "Bestätigt", UNDERWAY: "Unterwegs", DONE: "Erledigt", CANCELLED: "Abgesagt" } satisfies Record<VisitState, string>,
  tourState: { PLANNED: "Geplant", UNDERWAY: "Unterwegs", DONE: "Abgeschlossen", CANCELLED: "Abgesagt" } satisfies Record<TourState, string>,
  kitState: { OPERATIONAL: "Einsatzbereit", DEFECT: "Defekt", IN_REPAIR: "In Reparatur", RETIRED: "Ausgemustert" } satisfies Record<KitState, string>,
  component: { LAPTOP: "Laptop", PRINTER: "Drucker", SCANNER: "Scanner", FINGERPRINT_SCANNER: "Fingerabdruckscanner", LTE_ROUTER: "LTE-Router", CAMERA: "Kamera", CHANGE_TERMINAL: "Änderungsterminal", PHOTO_SCREEN: "Foto-Hintergrund" } satisfies Record<ComponentKind, string>,
  consumable: { PIN_ENVELOPE: "PIN-Kuverts", PROVISIONAL_BLANK: "Vordrucke für vorläufige Ausweise", ADDRESS_STICKER: "Adressaufkleber", PAPER: "Papier", INK: "Tinte", LEAFLET: "Merkblätter" } satisfies Record<ConsumableKind, string>,
  outcome: { APPLIED: "Beantragt", ISSUED: "Ausgestellt", HANDED_OVER: "Ausgehändigt", ADDRESS_CHANGED: "Adresse geändert", EXEMPTION_TAKEN: "Befreiung aufgenommen", NOT_POSSIBLE: "Nicht möglich" } satisfies Record<AppointmentOutcome, string>,
  impediment: { ABSENT: "Nicht da", IN_HOSPITAL: "Im Krankenhaus", REFUSED: "Möchte nicht", ILL_TODAY: "Heute krank", DOCUMENT_MISSING: "Unterlage fehlt", REPRESENTATIVE_MISSING: "Vertretung fehlt", EQUIPMENT_FAULT: "Gerät gestört", NO_NETWORK: "Kein Netz", RELEASED: "Entlassen", TRANSFERRED: "Verlegt", DECEASED: "Verstorben" } satisfies Record<NotPossibleReason, string>,
  leaveReason: { NOT_THIS_TIME: "Diesmal nicht", NOT_WANTED: "Möchte keinen Ausweis mehr", IN_HOSPITAL: "Im Krankenhaus", TRANSFERRED: "In ein anderes Haus verlegt", RELEASED: "Entlassen oder ausgezogen", DECEASED: "Verstorben" } satisfies Record<LeaveReason, string>,
  correctionReason: { MISTYPED: "Falsch angetippt", PERSONS_SWAPPED: "Personen verwechselt", LEARNED_LATER: "Erst später bekannt geworden" } satisfies Record<CorrectionReason, string>,
  collectionWay: { APPLICANT: "Die Person hat ihn selbst abgeholt", ENTITLED: "Die gesetzliche Vertretung hat ihn abgeholt", AUTHORISED: "Jemand mit schriftlicher Vollmacht hat ihn abgeholt", SHIPPED: "Er wurde mit der Post zugestellt (Direktversand)" } satisfies Record<CollectionWay, string>,
  oldCard: { RETURNED: "Zurückgegeben und entwertet", LOSS_REPORTED: "Verlust angezeigt", NONE: "Es gab keinen" } satisfies Record<OldCard, string>,
  declineReason: { NOT_GERMAN: "Keine deutsche Staatsangehörigkeit", NOT_COMPETENT: "Eine andere Stadt ist zuständig", CAN_COME_TO_OFFICE: "Ein Termin im Amt ist möglich", EXEMPTION_FITS: "Eine Befreiung von der Ausweispflicht passt besser", NO_LEGITIMATE_INTEREST: "Der Ausweis gilt noch, ein neuer ist nicht nötig", PROXY_NOT_ALLOWED: "Eine Vertretung ist hier nicht zulässig", ROOM_NOT_SUITABLE: "Der Raum ist nicht geeignet", DUPLICATE: "Die Anfrage liegt schon vor" } satisfies Record<DeclineReason, string>,
  questionReason: { DATES_UNSUITABLE: "Die Wunschtage passen nicht", PERSON_DATA_UNCLEAR: "Angaben zu einer Person sind unklar", REPRESENTATION_UNCLEAR: "Die Vertretung ist unklar", COMPETENCE_UNCLEAR: "Die Zuständigkeit ist unklar", ROOM_UNCLEAR: "Der Raum ist unklar", NATIONALITY_UNCLEAR: "Die Staatsangehörigkeit ist unklar" } satisfies Record<QuestionReason, string>,
  withdrawReason: { NO_LONGER_NEEDED: "Wird nicht mehr gebraucht", HANDLED_ELSEWHERE: "Anderswo erledigt", PERSON_GONE: "Die Person ist nicht mehr im Haus", MISTAKE: "Irrtum" } satisfies Record<WithdrawReason, string>,
  dateQuestionReason: { STAFF_MISSING: "Bei uns fehlt Personal", ROOM_TAKEN: "Der Raum ist belegt", PERSON_ABSENT: "Eine Person ist nicht da", TOO_LATE: "Der Termin ist zu spät", OTHER: "Anderer Grund" } satisfies Record<DateQuestionReason, string>,
  nationality: { GERMAN: "Deutsch", OTHER: "Andere", UNKNOWN: "Nicht bekannt" } satisfies Record<Nationality, string>,
  mainResidence: { DORTMUND: "Dortmund", ELSEWHERE: "Andere Stadt", NONE: "Nirgends gemeldet", UNKNOWN: "Nicht bekannt" } satisfies Record<MainResidence, string>,
  idCardState: { NONE: "Noch keiner", VALID: "Gültig", EXPIRED: "Abgelaufen", LOST: "Verloren oder gestohlen" } satisfies Record<IdCardState, string>,
  capacity: { CAPABLE: "Handelt selbst", INCAPABLE: "Kann nicht selbst handeln oder einwilligen" } satisfies Record<Capacity, string>,
  representation: { NONE: "Keine Vertretung", GUARDIAN_RESIDENCE: "Betreuung mit Aufenthaltsbestimmung", GUARDIAN_OTHER: "Betreuung ohne Aufenthaltsbestimmung", POWER_CERTIFIED: "Öffentlich beglaubigte Vollmacht", POWER_SIMPLE: "Einfache Vollmacht", CUSTODIAN: "Sorgeberechtigte Person" } satisfies Record<Representation, string>,
  appliesBy: { SELF: "Die Person selbst", WITH_REPRESENTATIVE: "Die Person mit ihrer Vertretung", REPRESENTATIVE_ALONE: "Nur die Vertretung" } satisfies Record<AppliesBy, string>,
  mobility: { COMES_TO_ROOM: "Kommt in den Raum", BEDSIDE: "Am Bett" } satisfies Record<Mobility, string>,
  fingerprintObstacle: { NONE: "Keine Schwierigkeit", SUBSTITUTE_FINGER: "Ein anderer Finger als der Zeigefinger", TEMPORARY_ALL: "Zurzeit kein Finger", PERMANENT_MEDICAL: "Auf Dauer kein Finger" } satisfies Record<FingerprintObstacle, string>,
  custodyKind: { SENTENCE: "Strafhaft", REMAND: "Untersuchungshaft", DEFAULT_IMPRISONMENT: "Ersatzfreiheitsstrafe", OTHER: "Andere Haft" } satisfies Record<CustodyKind, string>,
  district: { INNENSTADT_WEST: "Innenstadt-West", INNENSTADT_NORD: "Innenstadt-Nord", INNENSTADT_OST: "Innenstadt-Ost", EVING: "Eving", SCHARNHORST: "Scharnhorst", BRACKEL: "Brackel", APLERBECK: "Aplerbeck", HOERDE: "Hörde", HOMBRUCH: "Hombruch", LUETGENDORTMUND: "Lütgendortmund", HUCKARDE: "Huckarde", MENGEDE: "Mengede" } satisfies Record<District, string>,
  facilityKind: { NURSING_HOME: "Pflegeeinrichtung", PRISON: "Justizvollzugsanstalt" },
  mobileReception: { GOOD: "Gut", WEAK: "Schwach", NONE: "Keiner", UNKNOWN: "Nicht bekannt" },
  absenceReason: { ILLNESS: "Krank", LEAVE: "Urlaub", TRAINING: "Schulung", DEFECT: "Defekt", MAINTENANCE: "Wartung", OTHER: "Anderer Grund" },
} as const;
