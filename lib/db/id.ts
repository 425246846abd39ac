import { randomBytes } from "node:crypto";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text from an address or a form has the shape of a row's id; the database would answer anything else with an error. */
export function isId(text: string | undefined): text is string {
  return text !== undefined && UUID.test(text);
}

/** A new row's id (UUID version 7), for rows that the database gets many of at once; the others get theirs from the schema. */
export function newId(now: Date): string {
  const random = randomBytes(10);
  const digits = now.getTime().toString(16).padStart(12, "0") + random.toString("hex");
  const variant = (8 + (random[2]! & 3)).toString(16);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-7${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}
