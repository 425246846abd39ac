import type { Person, Role } from "@/lib/auth/types";
import type { Factor, FactorReset, Membership, Session, User } from "@/prisma/generated/client/client";
import { BUILT_AT, idOf, nextNumber } from "./ids";

/** An account without any role. */
export function aUser(overrides: Partial<User> = {}): User {
  const number = nextNumber();
  return { id: idOf(`user ${number}`), email: `person${number}@haus.example`, displayName: `Person ${number}`, disabledAt: null, staffId: null,
    providerKey: null, version: 1, createdAt: BUILT_AT, ...overrides };
}

/** What a user may be; a facility's role needs its facilityId. */
export function aMembership(overrides: Partial<Membership> & Pick<Membership, "userId" | "role">): Membership {
  return { id: idOf(`membership ${nextNumber()}`), facilityId: null, isLead: false, calledName: null, endedAt: null, createdAt: BUILT_AT, ...overrides };
}

/** A session that began when built rows came to be, without a second factor. */
export function aSession(overrides: Partial<Session> & Pick<Session, "userId" | "membershipId">): Session {
  const number = nextNumber();
  return { id: idOf(`stored session ${number}`), tokenHash: `hash ${number}`, createdAt: BUILT_AT, lastSeenAt: BUILT_AT, expiresAt: BUILT_AT, endedAt: null, way: "CODE", browser: "OTHER", system: "OTHER", factorAt: null, factorWay: null, ...overrides };
}

/** An app with codes that is set up; its secret opens nothing. */
export function aFactor(overrides: Partial<Factor> & Pick<Factor, "userId">): Factor {
  const passkey = { credentialId: null, publicKey: null, signCount: null, transports: [] };
  return { id: idOf(`factor ${nextNumber()}`), kind: "TOTP", name: "Diensthandy", sealedSecret: "s1.none", lastStep: null, createdAt: BUILT_AT, confirmedAt: BUILT_AT, lastUsedAt: null, ...passkey, ...overrides };
}

/** A reset that waits for a second person. */
export function aFactorReset(overrides: Partial<FactorReset> & Pick<FactorReset, "userId" | "askedById">): FactorReset {
  return { id: idOf(`reset ${nextNumber()}`), askedAt: BUILT_AT, expiresAt: BUILT_AT, decidedById: null, decidedAt: null, isConfirmed: false, ...overrides };
}

/** A signed-in person for pure tests; commands that keep rows about the person need `signedIn`. */
export function personAs(role: Role, overrides: Partial<Person> = {}): Person {
  const number = nextNumber();
  return {
    kind: "person",
    userId: idOf(`user ${number}`),
    displayName: `Person ${number}`,
    email: `person${number}@haus.example`,
    role,
    membershipId: idOf(`membership ${number}`),
    facilityId: null,
    facilityName: null,
    staffId: null,
    sessionId: idOf(`session ${number}`),
    provenAt: BUILT_AT,
    formKey: null,
    ...overrides,
  };
}
