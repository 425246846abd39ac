import { taggedPdf, type PdfContent } from "@/lib/pdf/write";
import { readPdf } from "./read";

const LONG = "Freiherr von Größenwahn-Überschwang zu Donaudampfschifffahrtsgesellschaftskapitänswitwenverein, Änne-Łucja Žofie Şükrü";
const CONTENT: PdfContent = {
  title: "Anfrage A-C64Z56",
  subtitle: "Seniorenhaus „Zur Brücke“, Straße 1",
  facts: [{ term: "Stand", value: "Gesendet" }, { term: "Ihre Nachricht", value: "Erste Zeile\n\nЗоя та Ωμέγα\nLetzte Zeile" }],
  sections: [{ title: LONG, facts: [{ term: "Gebühr", value: "52,00 €" }], lines: ["Ausweispflicht besteht (§ 1 Abs. 1 PAuswG)", "Zuständig: Dortmund – ganz sicher"] }],
};
const now = new Date("2026-11-28T00:30:00Z");
const made = async (content: PdfContent = CONTENT) => readPdf(await taggedPdf(content, { footer: "Bürgerdienste", pageOf: (page, of) => `Seite ${page} von ${of}`, now }));
/** A word that two files of a font share is shown in parts. */
const tight = (text: string): string => text.replace(/\s/g, "");

describe("R67: a document that is read out", () => {
  test("says in which language it is, what it is called, and that it is tagged", async () => {
    const { catalog, metadata } = await made();
    expect(catalog).toContain("/Lang (de-DE)");
    for (const entry of ["/MarkInfo", "/StructTreeRoot", "/ViewerPreferences"]) expect(catalog).toContain(entry);
    expect(metadata).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(metadata).toContain("Anfrage A-C64Z56");
  });

  test("is read in order: headings, rows with their heads, and the sentences of a list", async () => {
    const { tags } = await made();
    expect(tags.map(({ tag, depth }) => `${tag} ${depth}`)).toEqual([
      "Document 1", "H1 2", "P 2", "Table 2", "TR 3", "TH 4", "TD 4", "TR 3", "TH 4", "TD 4", "H2 2", "Table 2", "TR 3", "TH 4", "TD 4", "L 2", "LI 3", "Lbl 4", "LBody 4", "LI 3", "Lbl 4", "LBody 4",
    ]);
    for (const { tag, object } of tags) if (tag === "TH") expect(object).toMatch(/\/Scope \/Row/);
  });

  test("holds every sign that was typed, umlauts and long names too, and its font with it", async () => {
    const { tags, fonts } = await made();
    const texts = tags.map(({ text }) => tight(text)).filter((text) => text !== "");
    expect(texts).toEqual(["Anfrage A-C64Z56", CONTENT.subtitle, "Stand", "Gesendet", "Ihre Nachricht", "Erste Zeile Зоя та Ωμέγα Letzte Zeile", LONG, "Gebühr", "52,00 €", "•", CONTENT.sections[0]!.lines[0]!, "•", CONTENT.sections[0]!.lines[1]!].map(tight));
    expect(fonts.length).toBeGreaterThan(2);
    expect(fonts.filter(({ isEmbedded, name }) => !isEmbedded || /Helvetica/.test(name))).toEqual([]);
  });

  test("runs over several pages, each with its number, which is not read out", async () => {
    const section = CONTENT.sections[0]!;
    const { pageCount, tags, untagged } = await made({ ...CONTENT, sections: Array(30).fill(section) as (typeof section)[] });
    expect(pageCount).toBeGreaterThan(3);
    expect(tags.filter(({ tag }) => tag === "H2")).toHaveLength(30);
    for (let page = 1; page <= pageCount; page += 1) expect(tight(untagged)).toContain(tight(`Bürgerdienste · Seite ${page} von ${pageCount}`));
    expect(tags.some(({ text }) => text.includes("Seite 1 von"))).toBe(false);
  });

  test("a text that fills more than a page goes on on the next one", async () => {
    const value = Array.from({ length: 200 }, (_, index) => `Zeile ${index + 1}`).join("\n");
    const { pageCount, tags } = await made({ ...CONTENT, facts: [{ term: "Nachricht", value }, { term: "Danach", value: "steht mehr" }] });
    expect(pageCount).toBeGreaterThan(3);
    expect(tags.find(({ text }) => text.includes("Zeile 200"))?.tag).toBe("TD");
    expect(tags.some(({ text }) => text.includes("steht mehr"))).toBe(true);
  });
});
