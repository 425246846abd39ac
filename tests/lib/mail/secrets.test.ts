import { holdsSecret, isExpired } from "@/lib/mail/secrets";

const createdAt = new Date("2026-12-01T10:00:00Z");
const after = (minutes: number) => new Date(createdAt.getTime() + minutes * 60_000);
const code = { kind: "sign-in-code", facts: { code: "135790", path: "/login/code", minutesValid: 10 }, createdAt };

test("a sign-in code is a secret, no other mail is", () => {
  expect(holdsSecret("sign-in-code")).toBe(true);
  expect(["invitation", "visit-announced", "request-declined"].some(holdsSecret)).toBe(false);
});

test("a sign-in code expires with its validity, at the minute", () => {
  expect(isExpired(code, new Date(after(10).getTime() - 1))).toBe(false);
  expect(isExpired(code, after(10))).toBe(true);
});

test("a sign-in code without its facts is expired", () => {
  expect(isExpired({ ...code, facts: {} }, createdAt)).toBe(true);
});

test("other mails do not expire", () => {
  expect(isExpired({ kind: "visit-announced", facts: {}, createdAt }, after(60 * 24 * 30))).toBe(false);
});
