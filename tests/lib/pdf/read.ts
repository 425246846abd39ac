import { inflateSync } from "node:zlib";

/** A PDF taken apart as far as a test asks: its objects, the tree of its tags, its fonts, and the words on its pages. */
export type ReadPdf = {
  readonly catalog: string;
  readonly metadata: string;
  /** The tags in reading order, each with the depth at which it stands. */
  readonly tags: readonly { readonly tag: string; readonly depth: number; readonly text: string; readonly object: string }[];
  /** For each font whether its file is in the document. */
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean }[];
  readonly pageCount: number;
  /** What stands on pages outside of every tag. */
  readonly untagged: string;
};

type Objects = ReadonlyMap<number, { readonly text: string; readonly stream: Buffer | null }>;

function objectsOf(bytes: Uint8Array): Objects {
  const all = Buffer.from(bytes);
  const text = all.toString("latin1");
  const found = new Map<number, { text: string; stream: Buffer | null }>();
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, number, body] = match;
    const at = body!.indexOf("stream\n");
    const dictionary = at === -1 ? body! : body!.slice(0, at);
    const raw = at === -1 ? null : Buffer.from(body!.slice(at + 7, body!.lastIndexOf("\nendstream")), "latin1");
    found.set(Number(number), { text: dictionary, stream: raw && (dictionary.includes("/FlateDecode") ? inflateSync(raw) : raw) });
  }
  return found;
}

const referenceIn = (text: string, key: string): number | null => {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(text);
  return found ? Number(found[1]) : null;
};

/** Which sign each code of a font stands for, from its table for copying and reading out. */
function signsOf(objects: Objects, font: number): (code: string) => string {
  const map = objects.get(referenceIn(objects.get(font)!.text, "ToUnicode")!)!.stream!.toString("latin1");
  const signs = new Map<number, string>();
  const sign = (hex: string): string => Buffer.from(hex.replace(/\s/g, ""), "hex").swap16().toString("utf16le");
  for (const [, first, , list] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    [...list!.matchAll(/<([^>]*)>/g)].forEach(([, hex], index) => signs.set(Number.parseInt(first!, 16) + index, sign(hex!)));
  }
  return (code) => signs.get(Number.parseInt(code, 16)) ?? "?";
}

/** The words of each marked part of a page, by its number; those of no number under -1. */
function wordsOf(objects: Objects, page: string): ReadonlyMap<number, string> {
  const fontsByName = new Map([...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, number]) => [name!, signsOf(objects, Number(number))]));
  const words = new Map<number, string>();
  let [marked, sign] = [-1, (_code: string): string => "?"];
  const content = objects.get(referenceIn(page, "Contents")!)!.stream!.toString("latin1");
  for (const [operation] of content.matchAll(/\/\w+ <<[^>]*\/MCID (\d+)[^>]*>> BDC|\/Artifact[^\n]*B(?:DC|MC)|EMC|\/F\d+ [\d.]+ Tf|\[[^\]]*\] TJ/g)) {
    const mcid = /\/MCID (\d+)/.exec(operation);
    const font = /^\/(F\d+) /.exec(operation);
    if (mcid) marked = Number(mcid[1]);
    else if (operation.startsWith("/Artifact") || operation === "EMC") marked = -1;
    else if (font) sign = fontsByName.get(font[1]!)!;
    else {
      const shown = [...operation.matchAll(/<([0-9a-f]+)>/gi)].map(([, hex]) => hex!.match(/.{4}/g)!.map(sign).join("")).join("");
      const before = words.get(marked);
      words.set(marked, before === undefined ? shown : `${before.trimEnd()} ${shown}`);
    }
  }
  return words;
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = objectsOf(bytes);
  const entries = [...objects];
  const catalog = entries.find(([, { text }]) => /\/Type \/Catalog/.test(text))![1].text;
  const pages = entries.filter(([, { text }]) => /\/Type \/Page\n/.test(`${text}\n`.replace(/>>/g, "\n")) && referenceIn(text, "Contents") !== null);
  const resources = (text: string): string => `${text} ${objects.get(referenceIn(text, "Resources") ?? -1)?.text ?? ""}`;
  const words = new Map(pages.map(([number, { text }]) => [number, wordsOf(objects, `${resources(text)} ${text}`)]));
  const tags: { tag: string; depth: number; text: string; object: string }[] = [];
  const said = (page: number | null, mcid: string): string => words.get(page ?? -1)?.get(Number(mcid)) ?? "";
  /** An element: what it says itself, by the numbers of the marked parts, here and on further pages; and the elements in it. */
  const visit = (number: number, depth: number): void => {
    const { text: object } = objects.get(number)!;
    const own: string[] = [];
    const page = referenceIn(object.slice(object.lastIndexOf("]")), "Pg") ?? referenceIn(object, "Pg");
    const at = tags.length;
    tags.push({ tag: /\/S \/(\w+)/.exec(object)![1]!, depth, text: "", object });
    const kids = /\/K (?:\[([\s\S]*)\]|(\d+ 0 R))/.exec(object);
    for (const [, elsewhere, mcid, kid, here] of (kids?.[1] ?? kids?.[2] ?? "").matchAll(/<<\s*\/Type \/MCR\s*\/Pg (\d+) 0 R\s*\/MCID (\d+)\s*>>|(\d+) 0 R|(\d+)/g)) {
      if (kid) visit(Number(kid), depth + 1);
      else own.push(here ? said(page, here) : said(Number(elsewhere), mcid!));
    }
    tags[at]!.text = own.join(" ");
  };
  for (const [, kid] of (/\/K \[([^\]]*)\]/.exec(objects.get(referenceIn(catalog, "StructTreeRoot")!)!.text)?.[1] ?? "").matchAll(/(\d+) 0 R/g)) visit(Number(kid), 1);
  const descendants = entries.filter(([, { text }]) => /\/Type \/Font\b/.test(text) && /\/BaseFont/.test(text));
  const fonts = descendants.map(([, { text }]) => {
    const inner = referenceIn(text, "DescendantFonts") ?? Number(/\/DescendantFonts \[(\d+) 0 R/.exec(text)?.[1] ?? -1);
    const descriptor = objects.get(referenceIn(text, "FontDescriptor") ?? referenceIn(objects.get(inner)?.text ?? "", "FontDescriptor") ?? -1)?.text ?? "";
    return { name: /\/BaseFont \/([\w+-]+)/.exec(text)![1]!, isEmbedded: /\/FontFile\d? \d+ 0 R/.test(descriptor) };
  });
  const metadata = objects.get(referenceIn(catalog, "Metadata")!)!.stream!.toString("utf8");
  return { catalog, metadata, tags, fonts, pageCount: pages.length, untagged: [...words.values()].map((own) => own.get(-1) ?? "").join("\n") };
}
