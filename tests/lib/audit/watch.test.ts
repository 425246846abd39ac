import { nothingSeen, type Seen } from "@/lib/audit/viewing";
import { watched } from "@/lib/audit/watch";
import type { Tx } from "@/lib/db/client";

const ANNA = "0190a6c0-0000-7000-8000-000000000001";
const BERT = "0190a6c0-0000-7000-8000-000000000002";

/** What is noted when a read gives this. */
async function seenIn(answer: unknown): Promise<Seen> {
  const seen = nothingSeen();
  const tx = watched({ resident: { findMany: () => Promise.resolve(answer) } } as unknown as Tx, seen);
  expect(await tx.resident.findMany()).toBe(answer);
  return seen;
}
const personsIn = async (answer: unknown): Promise<readonly string[]> => [...(await seenIn(answer)).persons];

test("a resident is noted wherever in the answer he or she stands", async () => {
  expect(await personsIn([{ id: ANNA, lastName: "A" }])).toEqual([ANNA]);
  expect(await personsIn({ cases: [{ id: "c", resident: { id: ANNA, firstNames: "A" } }, { resident: { id: BERT, bornOn: new Date(0) } }] })).toEqual([ANNA, BERT]);
  expect(await personsIn([{ residentId: BERT, capacity: "CAPABLE" }])).toEqual([BERT]);
  expect(await personsIn({ residentId: BERT, resident: { care: { mobility: "BEDSIDE" } } })).toEqual([BERT]);
  expect(await personsIn({ id: ANNA, lastName: "A", custody: { releaseOn: null } })).toEqual([ANNA]);
});

test("facts of health or custody are noted sealed as well as in clear", async () => {
  expect(await personsIn([{ residentId: BERT, sealed: "s1.x" }])).toEqual([BERT]);
  expect(await personsIn({ id: ANNA, care: { sealed: "s1.x" }, custody: null })).toEqual([ANNA]);
  expect(await personsIn({ id: "echo", sealed: "s1.x" })).toEqual([]);
  await expect(personsIn([{ care: { sealed: "s1.x" } }])).rejects.toThrow(/without the id/);
});

test("the house of a resident is noted with the person", async () => {
  expect([...(await seenIn([{ id: ANNA, lastName: "A", facilityId: "f" }])).facilities]).toEqual(["f"]);
});

test("what is about nobody is not noted", async () => {
  expect(await personsIn([{ id: "v", residentId: ANNA, state: "APPLIED", at: new Date(0), facility: { name: "x" } }, null, 3, "text"])).toEqual([]);
});

test("data of somebody of whom nobody could say who it is are an exception", async () => {
  await expect(personsIn([{ lastName: "A" }])).rejects.toThrow(/without the id/);
  await expect(personsIn([{ care: { capacity: "CAPABLE" } }])).rejects.toThrow(/without the id/);
});

test("raw statements are watched too", async () => {
  const seen = nothingSeen();
  const raw = { $queryRaw: (..._parts: unknown[]) => Promise.resolve([{ id: BERT, lastName: "B" }]) };
  await watched(raw as unknown as Tx, seen).$queryRaw`SELECT`;
  expect([...seen.persons]).toEqual([BERT]);
});
