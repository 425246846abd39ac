/** One step through an XML text: a tag without its namespace's prefix, and the text that stands between the tag before and this one. */
export type XmlStep = { readonly name: string; readonly attributes: string; readonly isEnd: boolean; readonly isEmpty: boolean; readonly before: string };

/** Walks through an XML text from tag to tag, in one pass and without building a tree. Comments and instructions are passed over. */
export function* stepsOf(xml: string): Generator<XmlStep> {
  for (let at = 0, before = ""; ; ) {
    const open = xml.indexOf("<", at);
    if (open === -1) return;
    before += textOf(xml.slice(at, open));
    if (xml.startsWith("<![CDATA[", open)) {
      const close = xml.indexOf("]]>", open);
      if (close === -1) return;
      before += xml.slice(open + "<![CDATA[".length, close);
      at = close + "]]>".length;
      continue;
    }
    const mark = xml.startsWith("<!--", open) ? "-->" : ">";
    const close = xml.indexOf(mark, open);
    if (close === -1) return;
    at = close + mark.length;
    if (xml[open + 1] === "!" || xml[open + 1] === "?") continue;
    const isEnd = xml[open + 1] === "/";
    const isEmpty = xml[close - 1] === "/";
    const inner = xml.slice(open + (isEnd ? 2 : 1), isEmpty ? close - 1 : close);
    const gap = inner.search(/\s/);
    const tag = gap === -1 ? inner : inner.slice(0, gap);
    yield { name: tag.slice(tag.indexOf(":") + 1), attributes: gap === -1 ? "" : inner.slice(gap), isEnd, isEmpty, before };
    before = "";
  }
}

/** The value of an attribute, with or without a prefix; null where it is not there. Looks from quote to quote and copies nothing but the value: a sheet of ten thousand rows asks for it half a million times. */
export function attributeOf({ attributes }: Pick<XmlStep, "attributes">, name: string): string | null {
  for (let at = 0; ; ) {
    const equals = attributes.indexOf('="', at);
    if (equals === -1) return null;
    const close = attributes.indexOf('"', equals + 2);
    if (close === -1) return null;
    const begin = equals - name.length;
    if (begin > 0 && attributes.startsWith(name, begin) && /[\s:]/.test(attributes[begin - 1]!)) return textOf(attributes.slice(equals + 2, close));
    at = close + 1;
  }
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function textOf(raw: string): string {
  return raw.includes("&") ? raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const point = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  }) : raw;
}
