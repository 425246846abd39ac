import PDFDocument from "pdfkit";
import { everyFace, runsOf, type Weight } from "@/lib/pdf/fonts";

type Fact = { readonly term: string; readonly value: string };

/** A document as plain words: a heading, facts in two columns, and sections with facts and sentences of their own. */
export type PdfContent = {
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly Fact[];
  readonly sections: readonly { readonly title: string; readonly facts: readonly Fact[]; readonly lines: readonly string[] }[];
};

type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;
type Style = { readonly size?: number; readonly weight?: Weight; readonly x?: number; readonly width?: number };

/** Points, a seventy-second of an inch. */
const PAGE = { width: 595.28, height: 841.89, margin: 56 } as const;
const WIDTH = PAGE.width - 2 * PAGE.margin;
const TERM_WIDTH = 130;
const VALUE = { x: PAGE.margin + TERM_WIDTH + 12, width: WIDTH - TERM_WIDTH - 12 } as const;
const BULLET_WIDTH = 14;
const TEXT_SIZE = 11;
/** A heading does not stand alone at the foot of a page, and a row begins on the next one rather than being torn. */
const LEAST_BELOW_HEADING = 120;
const TALLEST_ROW_KEPT = 200;

/**
 * The content as a tagged PDF that a screen reader reads in order (PDF/UA, ISO 14289-1): language, title, headings, rows of a table with their heads, lists, and every sign's
 * font in the file. `footer` stands at the foot of each page beside its number, which `pageOf` puts into words, and is not read out.
 */
export async function taggedPdf(content: PdfContent, { footer, pageOf, now }: { readonly footer: string; readonly pageOf: (page: number, count: number) => string; readonly now: Date }): Promise<Uint8Array> {
  const doc = emptyDocument(content.title, now);
  const written = bytesOf(doc);
  const root = doc.struct("Document");
  doc.addStructure(root);
  paragraph(doc, root, "H1", content.title, { size: 20, weight: "bold" });
  paragraph(doc, root, "P", content.subtitle);
  table(doc, root, content.facts);
  for (const section of content.sections) {
    doc.y += 16;
    if (doc.y > PAGE.height - PAGE.margin - LEAST_BELOW_HEADING) doc.addPage();
    paragraph(doc, root, "H2", section.title, { size: 14, weight: "bold" });
    table(doc, root, section.facts);
    list(doc, root, section.lines);
  }
  root.end();
  numberPages(doc, footer, pageOf);
  doc.end();
  return written;
}

function emptyDocument(title: string, now: Date): Document {
  const [usual] = everyFace();
  const settings = { size: "A4", margin: PAGE.margin, pdfVersion: "1.7", subset: "PDF/UA", tagged: true, displayTitle: true, lang: "de-DE", bufferPages: true, font: usual!.file, info: { Title: title, CreationDate: now } };
  // The types of the library do not know this standard and take a font for a path alone; the library itself takes both.
  const doc = new PDFDocument(settings as unknown as PDFKit.PDFDocumentOptions);
  for (const { name, file } of everyFace()) doc.registerFont(name, file as unknown as string);
  return doc;
}

async function bytesOf(doc: Document): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of doc) parts.push(part as Buffer);
  return new Uint8Array(Buffer.concat(parts));
}

function paragraph(doc: Document, root: Element, tag: string, text: string, style: Style = {}): void {
  root.add(doc.struct(tag, {}, () => say(doc, text, style)));
  doc.y += 6;
}

function table(doc: Document, root: Element, facts: readonly Fact[]): void {
  const element = doc.struct("Table");
  root.add(element);
  for (const { term, value } of facts) {
    const height = Math.max(heightOf(doc, term, { weight: "bold", width: TERM_WIDTH }), heightOf(doc, value, VALUE));
    if (doc.y + Math.min(height, TALLEST_ROW_KEPT) > PAGE.height - PAGE.margin) doc.addPage();
    const row = doc.struct("TR");
    element.add(row);
    const [top, page] = [doc.y, doc.page];
    let bottom = top;
    const head = (): void => {
      say(doc, term, { weight: "bold", width: TERM_WIDTH });
      bottom = doc.y;
      doc.y = top;
    };
    row.add(doc.struct("TH", { scope: "Row" } as PDFKit.Mixins.StructureElementOptions, head));
    row.add(doc.struct("TD", {}, () => say(doc, value, VALUE)));
    row.end();
    doc.y = (doc.page === page ? Math.max(doc.y, bottom) : doc.y) + 3;
  }
  element.end();
}

function list(doc: Document, root: Element, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const element = doc.struct("L");
  root.add(element);
  for (const line of lines) {
    const style = { x: PAGE.margin + BULLET_WIDTH, width: WIDTH - BULLET_WIDTH };
    if (doc.y + Math.min(heightOf(doc, line, style), TALLEST_ROW_KEPT) > PAGE.height - PAGE.margin) doc.addPage();
    const item = doc.struct("LI");
    element.add(item);
    const top = doc.y;
    item.add(doc.struct("Lbl", {}, () => say(doc, "•", { width: BULLET_WIDTH })));
    doc.y = top;
    item.add(doc.struct("LBody", {}, () => say(doc, line, style)));
    item.end();
    doc.y += 2;
  }
  element.end();
}

/** Writes a text at the height reached, line by line as it was typed, each sign in a font that has it. */
function say(doc: Document, text: string, { size = TEXT_SIZE, weight = "regular", x = PAGE.margin, width = WIDTH }: Style): void {
  for (const line of text.split("\n")) {
    const runs = line === "" ? [{ face: runsOf(" ", weight)[0]!.face, text: " " }] : runsOf(line, weight);
    runs.forEach(({ face, text: part }, index) => {
      const options = { width, lineGap: 2, continued: index < runs.length - 1 };
      doc.font(face).fontSize(size);
      if (index === 0) doc.text(part, x, doc.y, options);
      else doc.text(part, options);
    });
  }
}

function heightOf(doc: Document, text: string, { size = TEXT_SIZE, weight = "regular", width = WIDTH }: Style): number {
  doc.font(runsOf(" ", weight)[0]!.face).fontSize(size);
  return doc.heightOfString(text, { width, lineGap: 2 });
}

/** What stands at the foot of every page is no part of what is read out. */
function numberPages(doc: Document, footer: string, pageOf: (page: number, count: number) => string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    // Below the margin the library would begin a new page.
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" } as PDFKit.Mixins.MarkingOptions);
    doc.y = PAGE.height - PAGE.margin + 16;
    say(doc, `${footer} · ${pageOf(page + 1, count)}`, { size: 8 });
    doc.endMarkedContent();
    doc.page.margins.bottom = PAGE.margin;
  }
}
