import { done, refused } from "@/lib/outcome";

test("what was done carries its value, what was refused its code and facts", () => {
  expect(done(7)).toEqual({ ok: true, value: 7 });
  expect(refused({ code: "kit.taken", label: "2" })).toEqual({ ok: false, refusal: { code: "kit.taken", label: "2" } });
});
