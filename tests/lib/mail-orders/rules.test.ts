import { isOutdated, resendRefusal } from "@/lib/mail-orders/rules";
import type { ResendFacts } from "@/lib/mail-orders/types";

const at = (hour: number) => new Date(Date.UTC(2026, 11, 1, hour));
const mail = (changes: Partial<ResendFacts> = {}): ResendFacts => ({ kind: "visit-announced", state: "FAILED", visitId: "visit", toAddress: "haus@demo.example", createdAt: at(9), contentRemovedAt: null, ...changes });
const no = { code: "mail.notResendable" };

test("what a mail said is deleted after its period: it cannot be sent again", () => {
  expect(resendRefusal(mail({ state: "SENT", contentRemovedAt: at(10) }), [])).toEqual(no);
});

test("what failed and what was sent can be sent once more", () => {
  expect(resendRefusal(mail(), [])).toBeNull();
  expect(resendRefusal(mail({ state: "SENT" }), [])).toBeNull();
});

test("a mail that still waits cannot", () => {
  expect(resendRefusal(mail({ state: "PENDING" }), [])).toEqual(no);
});

test("a sign-in code cannot", () => {
  expect(resendRefusal(mail({ kind: "sign-in-code", visitId: null }), [])).toEqual(no);
});

test("a date that was changed since cannot, for the same visit and the same recipient", () => {
  const newer = { visitId: "visit", toAddress: "haus@demo.example", createdAt: at(10) };
  expect(resendRefusal(mail(), [newer])).toEqual(no);
  expect(isOutdated(mail(), [{ ...newer, createdAt: at(9) }])).toBe(false);
  expect(isOutdated(mail(), [{ ...newer, visitId: "other" }])).toBe(false);
  expect(isOutdated(mail(), [{ ...newer, toAddress: "leitung@demo.example" }])).toBe(false);
  expect(isOutdated(mail({ visitId: null }), [{ ...newer, visitId: null }])).toBe(false);
});
