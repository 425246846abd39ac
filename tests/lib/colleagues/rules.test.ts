import { changeRefusal, leadRefusal, roleIn } from "@/lib/colleagues/rules";

const lead = { userId: "lead", isLead: true };
const colleague = { userId: "colleague", isLead: false };
const house = [lead, colleague];

describe("who lets people in and out of a house", () => {
  test("only the lead of the house does", () => {
    expect(leadRefusal(house, "lead")).toBeNull();
    expect(leadRefusal(house, "colleague")).toEqual({ code: "colleague.leadOnly" });
    expect(leadRefusal(house, "stranger")).toEqual({ code: "colleague.leadOnly" });
    expect(leadRefusal([], "lead")).toEqual({ code: "colleague.leadOnly" });
  });

  test("the lead changes everybody but oneself, so that a house keeps one", () => {
    expect(changeRefusal(house, "lead", colleague)).toBeNull();
    expect(changeRefusal(house, "lead", lead)).toEqual({ code: "colleague.yourself" });
    expect(changeRefusal(house, "colleague", lead)).toEqual({ code: "colleague.leadOnly" });
    expect(changeRefusal(house, "colleague", colleague)).toEqual({ code: "colleague.leadOnly" });
  });

  test("colleagues of a prison are its social service, those of a home its staff", () => {
    expect(roleIn("PRISON")).toBe("PRISON_SOCIAL_SERVICE");
    expect(roleIn("NURSING_HOME")).toBe("FACILITY_STAFF");
  });
});
