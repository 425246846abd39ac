import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { hostileValue, type Chance } from "./values";

/** `isBroken`: bytes were lost or changed on the way, so that what arrives is not `pairs` any more. */
export type Sent = { readonly pairs: readonly (readonly [string, string])[]; readonly type: string; readonly body: Buffer; readonly isBroken: boolean };
type Shape = Readonly<Record<string, z.ZodType>>;

const ID = "01890000-0000-7000-8000-000000000000";
const PLAIN = ["Muster", "1", "0", "9:00", "12.30", "17:45", "on", "YES", "a@b.example", ID, `${ID}:1`, `STAFF:${ID}`, `${ID}:ID_CARD`, "123456", "2026-12-03", "", "/facility/residents"];

/** For each field of a form the values that its schema takes; a date also counts as its three parts. */
export function validValues(schema: z.ZodType): ReadonlyMap<string, readonly string[]> {
  const known = new Map<string, readonly string[]>();
  for (const [name, field] of Object.entries(shapeOf(schema))) {
    const candidates = [...PLAIN, ...optionsOf(field)];
    known.set(name, candidates.filter((value) => field.safeParse(value).success));
  }
  return known;
}

/** The fields of a form, also where a rule or a change stands around them. */
function shapeOf(schema: z.ZodType): Shape {
  const inside = schema as unknown as { shape?: Shape; def?: { in?: z.ZodType; innerType?: z.ZodType; schema?: z.ZodType } };
  if (inside.shape) return inside.shape;
  const next = inside.def?.in ?? inside.def?.innerType ?? inside.def?.schema;
  return next ? shapeOf(next) : {};
}

/** The codes of a choice, wherever it stands inside a field. */
function optionsOf(field: unknown, depth = 0): readonly string[] {
  if (depth > 6 || typeof field !== "object" || field === null) return [];
  const { options, def } = field as { options?: readonly unknown[]; def?: Record<string, unknown> };
  const own = (options ?? []).filter((one): one is string => typeof one === "string");
  const nested = [...(options ?? []), def?.in, def?.out, def?.innerType, def?.element].filter((one) => typeof one === "object");
  return [...own, ...nested.flatMap((one) => optionsOf(one, depth + 1))];
}

/** One form as somebody might send it: mostly as it should be, with something odd in it somewhere. */
export function anInput(chance: Chance, fields: ReadonlyMap<string, readonly string[]>): Sent {
  const pairs: [string, string][] = [["_key", randomUUID()], ["_from", chance.isOneIn(20) ? hostileValue(chance) : "/facility"]];
  const share = chance.of([0, 4, 8, 100]);
  for (const [name, values] of fields) {
    if (share > 0 && chance.isOneIn(share * 4)) continue;
    const value = values.length === 0 || (share > 0 && chance.isOneIn(share)) ? hostileValue(chance) : chance.of(values);
    const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    if (date && !chance.isOneIn(10)) pairs.push([`${name}.day`, date[3]!], [`${name}.month`, date[2]!], [`${name}.year`, date[1]!]);
    else pairs.push([name, value]);
    if (chance.isOneIn(60)) pairs.push([name, hostileValue(chance)]);
  }
  if (chance.isOneIn(25)) pairs.push([chance.of(["__proto__", "constructor", "role", "id.day", hostileValue(chance)]), hostileValue(chance)]);
  return chance.isOneIn(3) ? inParts(chance, pairs) : encoded(chance, pairs);
}

function encoded(chance: Chance, pairs: readonly (readonly [string, string])[]): Sent {
  let text = pairs.map(([name, value]) => `${percent(name)}=${percent(value)}`).join("&");
  const isBroken = chance.isOneIn(40);
  if (isBroken) text = broken(chance, text);
  const type = chance.isOneIn(60) ? chance.of(["text/plain", "application/json", "", "application/x-www-form-urlencoded; charset=utf-16", "multipart/form-data"]) : "application/x-www-form-urlencoded";
  return { pairs, type, body: Buffer.from(text, "latin1"), isBroken };
}

function inParts(chance: Chance, pairs: readonly (readonly [string, string])[]): Sent {
  const boundary = `fuzz${chance.below(1_000_000_000)}`;
  const isWithFile = chance.isOneIn(20);
  const parts = pairs.map(([name, value], index) => {
    const file = isWithFile && index === 2 ? '; filename="a.csv"\r\nContent-Type: text/csv' : "";
    return Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="`), raw(escapedName(name)), Buffer.from(`"${file}\r\n\r\n`), raw(value), Buffer.from("\r\n")]);
  });
  let body = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
  const isBroken = chance.isOneIn(40);
  if (isBroken) body = Buffer.from(broken(chance, body.toString("latin1")), "latin1");
  return { pairs, type: `multipart/form-data; boundary=${boundary}`, body, isBroken };
}

/** A few bytes lost, doubled or changed somewhere. */
function broken(chance: Chance, text: string): string {
  const at = chance.below(text.length + 1);
  return chance.of([text.slice(0, at), text.slice(0, at) + text.slice(at + 3), text.slice(0, at) + String.fromCharCode(chance.below(256)) + text.slice(at), text.slice(0, at) + text]);
}

const escapedName = (name: string): string => name.replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/"/g, "%22");

/** UTF-8, in which half a pair of surrogates is written as broken programs write it. */
function raw(text: string): Buffer {
  return text.isWellFormed() ? Buffer.from(text) : Buffer.concat(Array.from(text, (character) => (character.isWellFormed() ? Buffer.from(character) : surrogate(character.charCodeAt(0)))));
}

function surrogate(unit: number): Buffer {
  return Buffer.from([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]);
}

function percent(text: string): string {
  return Array.from(raw(text), (byte) => (/[\w.~-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)).join("");
}
