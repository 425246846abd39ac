import { isId, newId } from "@/lib/db/id";

test("a new id is a UUID of version 7: in the order of time, and never the same", () => {
  const [first, second] = [new Date("2026-11-27T10:00:00.000Z"), new Date("2026-11-27T10:00:00.001Z")];
  const ids = Array.from({ length: 2_000 }, () => newId(first));
  expect(new Set(ids).size).toBe(2_000);
  expect(ids.every((id) => isId(id) && /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-/.test(id) && id < newId(second))).toBe(true);
  expect(parseInt(newId(first).replaceAll("-", "").slice(0, 12), 16)).toBe(first.getTime());
});
