import { finalFailure, mailErrorCodes, mailErrorFrom, mailErrorText, type Failure } from "@/lib/mail/failures";
import { AWAY_PAUSES, DEFERRED_PAUSES, LEAST_ATTEMPTS, nextAttemptAt, TRIED_FOR_MS } from "@/lib/mail/retry";

const createdAt = new Date("2026-12-01T10:00:00Z");
const later = (ms: number) => new Date(createdAt.getTime() + ms);
const away: Failure = { kind: "away", error: { code: "serverAway", reply: null } };
const deferred: Failure = { kind: "deferred", error: { code: "refusedForNow", reply: 451 } };
const pauseAfter = (failure: Failure, attempts: number) => nextAttemptAt(failure, { attempts, createdAt }, createdAt)!.getTime() - createdAt.getTime();

test("a deferred mail gets more and more time, at last an hour", () => {
  expect(Array.from({ length: 8 }, (_, index) => pauseAfter(deferred, index + 1))).toEqual([5_000, 15_000, 60_000, 300_000, 900_000, 3_600_000, 3_600_000, 3_600_000]);
  expect(DEFERRED_PAUSES.at(-1)).toBe(3_600_000);
});

test("while the mail server is away no mail waits longer than half a minute", () => {
  expect([1, 2, 3, 4, 500].map((attempts) => pauseAfter(away, attempts))).toEqual([5_000, 15_000, 30_000, 30_000, 30_000]);
  expect(Math.max(...AWAY_PAUSES)).toBeLessThan(60_000);
});

test("what is refused for good is not tried again", () => {
  expect(nextAttemptAt(finalFailure("expired"), { attempts: 1, createdAt }, createdAt)).toBeNull();
  expect(nextAttemptAt({ kind: "final", error: { code: "refused", reply: 550 } }, { attempts: 1, createdAt }, createdAt)).toBeNull();
});

test("a mail is given up three days after its order, not a moment before", () => {
  for (const failure of [away, deferred]) {
    expect(nextAttemptAt(failure, { attempts: 100, createdAt }, later(TRIED_FOR_MS - 1))).not.toBeNull();
    expect(nextAttemptAt(failure, { attempts: 100, createdAt }, later(TRIED_FOR_MS))).toBeNull();
  }
});

test("an old mail that is ordered anew still gets its attempts", () => {
  const old = later(TRIED_FOR_MS * 10);
  expect(nextAttemptAt(deferred, { attempts: LEAST_ATTEMPTS - 1, createdAt }, old)).not.toBeNull();
  expect(nextAttemptAt(deferred, { attempts: LEAST_ATTEMPTS, createdAt }, old)).toBeNull();
});

test("every error is kept as a short code and read back", () => {
  for (const code of mailErrorCodes) {
    for (const reply of [null, 451]) expect(mailErrorFrom(mailErrorText({ code, reply }))).toEqual({ code, reply });
  }
  expect(mailErrorText({ code: "refused", reply: 550 })).toBe("refused 550");
  expect([mailErrorFrom(null), mailErrorFrom(""), mailErrorFrom("whatever this was")]).toEqual([null, null, null]);
});
