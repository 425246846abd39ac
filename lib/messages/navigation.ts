/** The entries of the roles' navigation. */
export const navigation = {
  today: "Was ist zu tun?",
  requests: "Anfragen",
  persons: "Personen",
  house: "Unser Haus",
  inbox: "Eingang",
  board: "Wochenplan",
  resources: "Koffer und Team",
  facilities: "Einrichtungen",
  mails: "Mails",
  myTours: "Meine Touren",
  overview: "Überblick",
  users: "Konten",
  audit: "Protokoll",
  retention: "Löschfristen",
  parameters: "Rechtswerte",
  account: "Mein Konto",
} as const;
