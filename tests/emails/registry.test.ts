import fc from "fast-check";
import { isMailKind, mailKinds, writeMail } from "@/emails/registry";
import type { MailKind } from "@/emails/types";
import { declineReasons, questionReasons, withdrawReasons } from "@/lib/requests/types";
import { dateQuestionReasons } from "@/lib/visits/types";
import { context, kinds, readableHtml, samples } from "./samples";

const write = (kind: MailKind, facts: unknown = samples[kind]) => writeMail(kind, facts as never, context);
const linksIn = (text: string) => text.match(/https?:\/\/[^\s"<]+/g) ?? [];

test("the registry writes every kind of mail", () => {
  expect([...mailKinds].sort()).toEqual([...kinds].sort());
  expect(isMailKind("visit-announced")).toBe(true);
  expect(isMailKind("constructor")).toBe(false);
});

describe.each(kinds)("%s", (kind) => {
  const mail = write(kind);

  test("says the same as text and as HTML", () => {
    expect(readableHtml(mail.html)).toBe(mail.text.trim());
  });

  test("has exactly one link, into the portal, the same in text and HTML", () => {
    const expected = `${context.origin}${samples[kind].path}`;
    expect(linksIn(mail.text)).toEqual([expected]);
    expect(linksIn(mail.html)).toEqual([expected]);
  });

  test("has a subject of one line and at most 78 characters", () => {
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.subject.length).toBeLessThanOrEqual(78);
    expect(mail.subject.length).toBeGreaterThan(10);
  });

  test("is signed by the office with its telephone", () => {
    expect(mail.text).toContain("Freundliche Grüße\nBürgerdienste der Stadt Dortmund\nTelefon 0231 50-00000");
  });

  test("R62: says nothing of custody, health or birth, and speaks without exclamation marks", () => {
    const words = `${mail.subject}\n${mail.text}`;
    expect(words).not.toMatch(/JVA|Haft|Gefängnis|Justiz|Insass|entlass|krank|Pflege|Betreuung|Geburt|geboren|Diagnose/i);
    expect(words).not.toMatch(/!|erfolgreich|undefined|null|NaN|\[object/);
  });

  test("loads nothing, runs nothing, tracks nothing, and is German in light and dark", () => {
    expect(mail.html).not.toMatch(/<img|<script|<link|<iframe|src=|url\(|@import|background|\bon\w+=/i);
    expect(mail.html).toContain('<html lang="de">');
    expect(mail.html).toContain('<meta name="color-scheme" content="light dark">');
    expect(mail.html).not.toMatch(/(?<!-)color:|bgcolor/);
  });

  test("is short", () => {
    expect(mail.text.length).toBeLessThan(900);
  });
});

const span = "Do, 3. Dezember 2026, 9:00–11:15 Uhr";
const start = "Do, 3. Dezember 2026, 9:00 Uhr";
const firstLines: Partial<Record<MailKind, string>> = {
  "visit-announced": `${span} – angekündigt`,
  "visit-moved": `${span} – neuer Termin`,
  "visit-confirmed": `${span} – bestätigt`,
  "visit-cancelled": `${span} – abgesagt`,
  "visit-reminder": span,
  "visit-crew-changed": `${span} – anderes Team`,
  "tour-assigned": `${span} – für Sie eingeplant`,
  "tour-changed": `${span} – geändert`,
  "tour-cancelled": `${span} – nicht mehr für Sie`,
  "office-date-confirmed": `${start} – bestätigt`,
  "office-date-questioned": `${start} – passt nicht`,
  "office-people-changed": `${start} – andere Personen`,
};

test.each(kinds.filter((kind) => "startsAt" in samples[kind]))("%s: the date stands in the first line, on the wall clock of Dortmund, with what has become of it", (kind) => {
  expect(write(kind).text.split("\n")[0]).toBe(firstLines[kind]);
});

test("the code of a sign-in mail stands in the first line and not in the subject", () => {
  const mail = write("sign-in-code");
  expect(mail.text.split("\n")[0]).toBe("Ihr Code zum Anmelden: 135790");
  expect(mail.subject).not.toContain("135790");
});

test("R60: a visit's mail names the crew and the visit code", () => {
  for (const kind of ["visit-announced", "visit-moved", "visit-confirmed", "visit-reminder", "visit-crew-changed"] as const) {
    expect(write(kind).text).toContain("Besuch: B-7K3F9P\nTeam: Mia Krüger, Jan Ossowski\nBesuchscode: 4711 (das Team nennt ihn an der Tür)");
  }
});

test("a moved visit's mail names the date before", () => {
  expect(write("visit-moved").text).toContain("Bisher: Mi, 2. Dezember 2026, 10:30 Uhr.");
});

test("every coded reason has its own sentence, and it stands in the mail", () => {
  const texts = [
    ...declineReasons.map((reason) => write("request-declined", { ...samples["request-declined"], reason }).text),
    ...questionReasons.map((reason) => write("request-questioned", { ...samples["request-questioned"], reason }).text),
    ...withdrawReasons.map((reason) => write("request-withdrawn", { ...samples["request-withdrawn"], reason }).text),
    ...withdrawReasons.map((reason) => write("office-request-withdrawn", { ...samples["office-request-withdrawn"], reason }).text),
    ...dateQuestionReasons.map((reason) => write("office-date-questioned", { ...samples["office-date-questioned"], reason }).text),
  ];
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) expect(text).not.toContain("undefined");
});

test("whatever stands in the facts is text in the HTML, never markup", () => {
  const hostile = `<img src=x onerror=alert(1)>"'&</p><a href="https://evil.example">x</a>`;
  const mail = write("visit-announced", { ...samples["visit-announced"], reference: hostile, crew: [hostile], visitCode: hostile });
  expect(mail.html).not.toMatch(/<img/);
  expect(mail.html.match(/<a /g)).toHaveLength(1);
  expect(readableHtml(mail.html)).toBe(mail.text.trim());
});

test("any text survives as text", () => {
  const plain = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text.trim() === text && !/\s\s|[\n\r]/.test(text));
  fc.assert(
    fc.property(plain, plain, (reference, member) => {
      const mail = write("visit-announced", { ...samples["visit-announced"], reference, crew: [member] });
      return readableHtml(mail.html) === mail.text.trim();
    }),
  );
});

test("a mail that would link elsewhere is not written", () => {
  for (const path of ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "facility", ""]) {
    expect(() => write("invitation", { path })).toThrow(RangeError);
  }
});

test("a time that is none stops the mail instead of standing in it", () => {
  expect(() => write("visit-announced", { ...samples["visit-announced"], startsAt: "bald" })).toThrow();
});
