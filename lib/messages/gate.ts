/** The list for the gate of a prison. */
import type { CivilDate } from "@/lib/time/calendar";
import { formatDate } from "./format";

export const gate = {
  name: "Liste für die Pforte",
  title: (reference: string): string => `Liste für die Pforte, Besuch ${reference}`,
  link: "Liste für die Pforte drucken",
  house: "Wohin",
  when: "Wann",
  vehicle: "Fahrzeug",
  kit: "Koffer",
  clearance: "Freigabe",
  cleared: (date: CivilDate): string => `vermerkt am ${formatDate(date)}`,
  open: (date: CivilDate): string => `steht aus, nötig bis ${formatDate(date)}`,
  crewTitle: "Wer kommt",
  crewText: "Bedienstete der Stadt Dortmund, Bürgerdienste, im Dienst. Alle weisen sich an der Pforte mit einem gültigen Ausweis oder Reisepass aus (§ 22 JVollzDSG NRW).",
  person: "Name",
  checked: "Ausweis geprüft",
  devicesTitle: "Was mitkommt",
  devicesText: "Mobilfunk und Kamera brauchen die Erlaubnis der Anstaltsleitung (§ 67 StVollzG NRW). Private Telefone bleiben draußen.",
  device: "Gerät",
  tag: "Inventar",
  remark: "Besonders",
  radio: "Mobilfunk",
  camera: "Kamera",
  in: "Herein",
  out: "Hinaus",
} as const;
