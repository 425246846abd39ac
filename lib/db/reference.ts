import { randomInt } from "node:crypto";

/** Without letters and digits that are mistaken for one another on the telephone. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 6;

/** A short random name for people and mails: A-… request, B-… visit, T-… tour. Uniqueness is the database's. */
export function newReference(prefix: "A" | "B" | "T"): string {
  return `${prefix}-${randomText(LENGTH)}`;
}

/** The code by which a facility recognises the crew at the door: four digits. */
export function newVisitCode(): string {
  return String(randomInt(0, 10_000)).padStart(4, "0");
}

function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}
