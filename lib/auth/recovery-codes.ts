import { randomBytes, randomInt, scrypt, timingSafeEqual } from "node:crypto";
import { RECOVERY_CODES } from "@/lib/factors/rules";

/** Crockford's alphabet: no letter that looks like a digit. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 12;
const GROUP = 4;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };

/** Twelve characters of 32: 60 bits, as three groups that people can copy. */
function newCode(): string {
  const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return Array.from({ length: LENGTH / GROUP }, (_, group) => code.slice(group * GROUP, (group + 1) * GROUP)).join("-");
}

/** A new set of codes as they are shown, once, and as they are stored. They hold fewer than 112 bits, so a slow hash with a salt keeps them (ASVS 6.5.2). */
export async function newRecoveryCodes(): Promise<{ readonly codes: readonly string[]; readonly stored: readonly { readonly salt: string; readonly codeHash: string }[] }> {
  const salt = randomBytes(SALT_BYTES).toString("base64url");
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  const hashes = await Promise.all(codes.map((code) => recoveryHash(code.replaceAll("-", ""), salt)));
  return { codes, stored: hashes.map((codeHash) => ({ salt, codeHash })) };
}

/** The stored form of a plain code. */
export function recoveryHash(plain: string, salt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(plain, salt, HASH_BYTES, COST, (error, hash) => (error ? reject(error) : resolve(hash.toString("base64url"))));
  });
}

/** Compares in a time that tells nothing. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
