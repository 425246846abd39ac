/** What a calendar entry says, for people: label and value. */
export type CalendarLine = readonly [label: string, value: string];

const methods: Readonly<Record<string, string>> = { REQUEST: "Einladung", CANCEL: "Absage", PUBLISH: "Hinweis" };
const states: Readonly<Record<string, string>> = { TENTATIVE: "vorläufig", CONFIRMED: "bestätigt", CANCELLED: "abgesagt" };

const dateFormat = new Intl.DateTimeFormat("de-DE", { dateStyle: "full", timeStyle: "short", timeZone: "Europe/Berlin" });

/** Property name to value; folded lines joined, parameters dropped, the standard's escapes resolved. */
function properties(entry: string): ReadonlyMap<string, string> {
  const lines = entry.replace(/\r?\n[ \t]/g, "").split(/\r?\n/);
  const pairs = lines.flatMap((line) => {
    const found = /^([A-Z-]+)(?:;(?:"[^"]*"|[^":])*)?:(.*)$/.exec(line);
    return found ? [[found[1], found[2]?.replace(/\\n/gi, "\n").replace(/\\([\\,;])/g, "$1")] as [string, string]] : [];
  });
  // The event's own values come before those of anything nested in it.
  return new Map(pairs.reverse());
}

function moment(value: string | undefined): string | undefined {
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value ?? "");
  if (!found) return value;
  const [year, month, day, hour, minute, second] = found.slice(1).map(Number) as [number, number, number, number, number, number];
  return `${dateFormat.format(Date.UTC(year, month - 1, day, hour, minute, second))} Uhr`;
}

/** The lines worth reading of an iCalendar entry; none where it is not one. */
export function readCalendar(entry: string): readonly CalendarLine[] {
  const values = properties(entry);
  if (!entry.includes("BEGIN:VEVENT")) return [];
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["Art", methods[values.get("METHOD") ?? ""] ?? values.get("METHOD")],
    ["Titel", values.get("SUMMARY")],
    ["Beginn", moment(values.get("DTSTART"))],
    ["Ende", moment(values.get("DTEND"))],
    ["Ort", values.get("LOCATION")],
    ["Stand", states[values.get("STATUS") ?? ""] ?? values.get("STATUS")],
    ["Fassung", values.get("SEQUENCE")],
    ["Kennung", values.get("UID")],
  ];
  return lines.filter((line): line is CalendarLine => Boolean(line[1]));
}
