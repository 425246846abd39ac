import type { Device } from "@/lib/auth/device";

const browserNames = { FIREFOX: "Firefox", EDGE: "Edge", CHROME: "Chrome", SAFARI: "Safari", OTHER: "Browser" } as const satisfies Record<Device["browser"], string>;
const systemNames = { WINDOWS: "Windows", IOS: "iPhone oder iPad", ANDROID: "Android", MACOS: "Mac", LINUX: "Linux", OTHER: null } as const satisfies Record<Device["system"], string | null>;

/** The sign-in. */
export const login = {
  title: "Anmelden",
  lead: "Sie bekommen einen Code an Ihre dienstliche E-Mail-Adresse. Ein Passwort brauchen Sie nicht.",
  facilityTitle: "Einrichtungen",
  email: "E-Mail-Adresse",
  emailHint: "Die Adresse, mit der Ihre Einrichtung oder Dienststelle eingeladen wurde.",
  sendCode: "Code anfordern",
  noAccount: "Noch kein Zugang?",
  noAccountText: "Zugänge richtet die Teamleitung der Bürgerdienste ein. Rufen Sie uns an:",
  demoTitle: "Demonstration: mit einem Klick anmelden",
  demoText: "Diese Konten gibt es nur in der Demonstration. Alle Personen sind erfunden.",
  demoEnter: "Anmelden als",
  demoAccount: "Konto",
  demoRole: "Rolle",
  codeTitle: "Code eingeben",
  codeLead: (minutes: number) => `Wenn diese Adresse bei uns bekannt ist, ist eine Mail mit einem Code unterwegs. Der Code gilt ${minutes} Minuten, in diesem Browser.`,
  code: "Code aus der Mail",
  codeHint: "Sechs Ziffern",
  codeShape: "Der Code hat sechs Ziffern.",
  enter: "Anmelden",
  newCode: "Neuen Code anfordern",
  otherBrowserTitle: "Dieser Browser hat keinen Code angefordert",
  otherBrowserText: "Bitte geben Sie den Code dort ein, wo Sie ihn angefordert haben, oder fordern Sie hier einen neuen an.",
  alreadySignedIn: "Sie sind schon angemeldet.",
  goOn: "Weiter zur Arbeit",
} as const;

export const account = {
  title: "Mein Konto",
  name: "Name",
  email: "E-Mail-Adresse",
  role: "Rolle",
  facility: "Einrichtung",
  rolesTitle: "In einer anderen Rolle arbeiten",
  rolesText: "Ihr Konto hat mehrere Rollen. Sie arbeiten immer in einer davon.",
  switchTo: "Wechseln zu",
  signOutTitle: "Abmelden",
  signOutText: "Danach ist in diesem Browser niemand mehr angemeldet.",
  dataLink: "Was über Sie gespeichert ist",
  sessionsLink: "Wo Sie angemeldet sind",
  sessionTitle: "Ihre Sitzung",
  sessionText: (idleMinutes: number, hours: number) => `Ohne Eingabe endet sie nach ${idleMinutes} Minuten, sonst nach ${hours} Stunden. Was Sie dann gerade eingeben, geht nicht verloren.`,
} as const;

export const sessions = {
  title: "Wo Sie angemeldet sind",
  lead: "Jeder Browser, in dem Ihr Konto gerade angemeldet ist. Kennen Sie einen nicht? Beenden Sie ihn und rufen Sie uns an.",
  device: "Gerät",
  role: "Rolle",
  started: "Angemeldet",
  used: "Zuletzt benutzt",
  end: "Beenden",
  signOut: "Abmelden",
  current: "dieser Browser",
  deviceOf: ({ browser, system }: Device): string => {
    const place = systemNames[system];
    return place === null ? (browser === "OTHER" ? "Unbekanntes Gerät" : browserNames[browser]) : `${browserNames[browser]} auf ${place}`;
  },
  othersTitle: "Überall sonst abmelden",
  othersText: "Alle anderen Browser sind sofort abgemeldet. Dieser hier bleibt angemeldet.",
  endOthers: "Alle anderen beenden",
  times: (idleMinutes: number, hours: number) => `Eine Sitzung endet von selbst: ohne Eingabe nach ${idleMinutes} Minuten, sonst nach ${hours} Stunden. Was Sie dann gerade eingeben, geht nicht verloren.`,
  noOthers: "Sonst sind Sie nirgends angemeldet.",
} as const;

/** The question whether somebody is still there, before a session ends. */
export const sessionWarning = {
  note: (time: string): string => `Ohne weitere Eingabe endet Ihre Sitzung um ${time} Uhr. Was Sie danach absenden, geht nicht verloren.`,
  lastNote: (time: string): string => `Ihre Sitzung endet um ${time} Uhr. Was Sie danach absenden, geht nicht verloren.`,
  stay: "Angemeldet bleiben",
  stayInWindow: "(öffnet ein neues Fenster, Ihre Eingaben hier bleiben stehen)",
  askTitle: "Sind Sie noch da?",
  askText: "Weil länger nichts eingegeben wurde, endet Ihre Sitzung bald.",
  lastTitle: "Ihre Sitzung endet bald",
  lastText: "Sie sind schon lange angemeldet. Speichern Sie jetzt, oder melden Sie sich danach neu an: Was Sie eingegeben haben, geht nicht verloren.",
  left: (minutes: number): string => (minutes <= 1 ? "Noch eine Minute." : `Noch ${minutes} Minuten.`),
  overTitle: "Ihre Sitzung ist zu Ende",
  overText: "Was Sie eingegeben haben, steht noch hier. Senden Sie es ab: Sie melden sich neu an und finden es wieder.",
  understood: "Verstanden",
  failed: "Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.",
} as const;
