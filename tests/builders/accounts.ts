import type { Person, Role } from "@/lib/auth/types";
import type { Membership, User } from "@/prisma/generated/client/client";
import { BUILT_AT, idOf, nextNumber } from "./ids";

/** An account without any role. */
export function aUser(overrides: Partial<User> = {}): User {
  const number = nextNumber();
  return { id: idOf(`user ${number}`), email: `person${number}@haus.example`, displayName: `Person ${number}`, disabledAt: null, staffId: null, version: 1, createdAt: BUILT_AT, ...overrides };
}

/** What a user may be; a facility's role needs its facilityId. */
export function aMembership(overrides: Partial<Membership> & Pick<Membership, "userId" | "role">): Membership {
  return { id: idOf(`membership ${nextNumber()}`), facilityId: null, endedAt: null, createdAt: BUILT_AT, ...overrides };
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
    formKey: null,
    ...overrides,
  };
}
