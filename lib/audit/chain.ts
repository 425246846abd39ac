import { createHash } from "node:crypto";
import type { Role } from "@/lib/auth/types";

/** The content of an entry that its hash speaks for. */
export type ChainedEntry = {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly actorUserId: string | null;
  readonly actorRole: Role | null;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly subjectIds: readonly string[];
  readonly facilityId: string | null;
  readonly details: unknown;
};

/** What the first place has before it. */
export const CHAIN_START = "0".repeat(64);

/** SHA-256 over the hash before, the place and the entry, as hexadecimal text: whoever changes, leaves out, adds or moves an entry changes every hash after it. */
export function chainHash(previousHash: string, sequence: bigint, entry: ChainedEntry): string {
  return createHash("sha256").update(`${previousHash}\n${sequence}\n${canonical(entry)}`).digest("hex");
}

/** One text for one content, whatever order the database gives the keys. */
export function canonical({ id, at, action, actorUserId, actorRole, subjectKind, subjectId, subjectIds, facilityId, details }: ChainedEntry): string {
  return JSON.stringify([id, at.toISOString(), action, actorUserId, actorRole, subjectKind, subjectId, subjectIds, facilityId, sorted(details)]);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => [name, sorted(inner)]);
}
