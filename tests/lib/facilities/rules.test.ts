import { confirmationDueOn } from "@/lib/facilities/rules";

describe("the yearly confirmation of contact and site sheet", () => {
  test("is due a year after the house last said so, also from a leap day", () => {
    expect(confirmationDueOn("2026-03-15", "2020-01-01")).toBe("2027-03-15");
    expect(confirmationDueOn("2028-02-29", "2020-01-01")).toBe("2029-02-28");
  });

  test("is due a year after a house became known that never said so", () => {
    expect(confirmationDueOn(null, "2026-01-05")).toBe("2027-01-05");
  });
});
