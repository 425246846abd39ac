import type { Fields } from "./visitor";

type FoundField = { readonly name: string; readonly kind: string; readonly value: string; readonly choices: readonly string[]; readonly isChosen: boolean; readonly isTyped: boolean };
export type FoundForm = { readonly action: string; readonly instance: string; readonly fields: readonly FoundField[] };

const decoded = (text: string): string => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#x27;/g, "'").replace(/&#x2F;/gi, "/").replace(/&amp;/g, "&");
const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`, "i").exec(tag);
  return found ? decoded(found[1] ?? "") : null;
};
/** A browser drops one line end right after the tag. */
const areaText = (text: string): string => decoded(text.replace(/^\r?\n/, ""));

/** The forms of a page as its HTML has them, with the fields that a browser would send. */
export function formsOn(page: string): readonly FoundForm[] {

  return [...page.matchAll(/<form[^>]*action="\/do\/([\w.]+)"[^>]*>([\s\S]*?)<\/form>/g)].map(([, action, body]) => {
    const fields: FoundField[] = [];
    for (const [tag, text] of body!.matchAll(/<input[^>]*>|<textarea[^>]*>([\s\S]*?)<\/textarea>|<select[^>]*>[\s\S]*?<\/select>/g)) {
      const name = attribute(tag, "name");
      if (name === null || attribute(tag.split(">")[0]! + ">", "disabled") !== null) continue;
      if (tag.startsWith("<textarea")) fields.push({ name, kind: "area", value: areaText(text ?? ""), choices: [], isChosen: true, isTyped: true });
      else if (tag.startsWith("<select")) fields.push(selectOf(name, tag));
      else fields.push(inputOf(name, tag));
    }
    const instance = fields.find((field) => field.name === "_form")?.value ?? "";
    return { action: action!, instance, fields: fields.filter((field) => !field.name.startsWith("_")) };
  });
}

function inputOf(name: string, tag: string): FoundField {
  const kind = attribute(tag, "type") ?? "text";
  const isBox = kind === "checkbox" || kind === "radio";
  return { name, kind, value: attribute(tag, "value") ?? (isBox ? "on" : ""), choices: [], isChosen: !isBox || attribute(tag, "checked") !== null, isTyped: kind !== "hidden" && kind !== "file" };
}

function selectOf(name: string, tag: string): FoundField {
  const options = [...tag.matchAll(/<option([^>]*)>/g)].map(([, rest]) => ({ value: attribute(`<o${rest}>`, "value") ?? "", isSelected: attribute(`<o${rest}>`, "selected") !== null, isDisabled: attribute(`<o${rest}>`, "disabled") !== null }));
  const chosen = options.find(({ isSelected }) => isSelected) ?? options[0];
  return { name, kind: "select", value: chosen?.value ?? "", choices: options.filter(({ isDisabled }) => !isDisabled).map(({ value }) => value), isChosen: true, isTyped: true };
}

/** Hostile to whoever shows it again: quotes, tags, entities, umlauts, an emoji, blanks at both ends. */
const LINE = `  Größe "'<b>&amp; „ß“ 🧳 ${"x".repeat(20)}  `;
const AREA = `${LINE}\n\nZweite Zeile\t<script>alert(1)</script>\n`;

/** The form filled in by somebody: texts that are hard to show again, the last choice of each list, every second box. */
export function typedInto({ fields }: FoundForm): Fields {
  const typed: Record<string, string[]> = {};
  for (const [index, field] of fields.entries()) {
    const values = (typed[field.name] ??= []);
    if (field.kind === "radio") typed[field.name] = [field.value];
    else if (field.kind === "checkbox") values.push(...(index % 2 === 0 ? [field.value] : []));
    else if (field.kind === "select") values.push(field.choices.at(-1) ?? "");
    else if (field.kind === "hidden") values.push(field.value);
    else values.push(field.kind === "area" ? AREA : LINE);
  }
  return Object.fromEntries(Object.entries(typed).filter(([, values]) => values.length > 0));
}

/** What a form would send as it stands, or as somebody filled it in; hidden values are the page's own and may be newer. */
export function valuesIn({ fields }: FoundForm, typed?: Fields): Readonly<Record<string, readonly string[]>> {
  const names = [...new Set(fields.filter(({ isTyped }) => isTyped).map(({ name }) => name))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const given = typed?.[name];
      if (typed) return [name, given === undefined ? [] : typeof given === "string" ? [given] : [...given]];
      return [name, fields.filter((field) => field.name === name && field.isTyped && field.isChosen).map(({ value }) => value)];
    }),
  );
}
