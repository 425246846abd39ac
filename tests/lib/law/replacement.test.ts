import { interestVerdicts, lossVerdicts } from "@/lib/law/replacement";
import { addDays, addMonths } from "@/lib/time/calendar";
import { aPerson, parameters, today } from "./person";

const holds = (idExpiresOn: string | null) => aPerson({ idCardState: "VALID", idExpiresOn });
const codes = (person: ReturnType<typeof aPerson>, reason: Parameters<typeof interestVerdicts>[1]["reason"], requested: Parameters<typeof interestVerdicts>[2] = ["ID_CARD"]) =>
  interestVerdicts(person, { reason }, requested, today, parameters).map(({ code }) => code);

describe("a new card beside an old one", () => {
  test("R13: whoever holds a valid card says why another one is needed; a legitimate interest is enough", () => {
    const person = holds("2033-01-31");
    for (const reason of [null, "FIRST", "EXPIRED", "EXPIRING"] as const) expect([reason, codes(person, reason)]).toEqual([reason, ["replacement.interestMissing"]]);
    for (const reason of ["LOST", "STOLEN", "DATA_CHANGED", "APPEARANCE_CHANGED", "DAMAGED", "OTHER_INTEREST"] as const) expect([reason, codes(person, reason)]).toEqual([reason, []]);
    expect(codes(holds(null), null)).toEqual(["replacement.interestMissing"]);
  });

  test("R13: a card that runs out soon needs no other reason, to the day", () => {
    const last = addMonths(today, parameters.expiringSoonMonths);
    expect(codes(holds(last), null)).toEqual([]);
    expect(codes(holds(addDays(last, 1)), null)).toEqual(["replacement.interestMissing"]);
  });

  test("R13: it asks nothing where no card is valid, or none is asked for, and it never refuses", () => {
    expect(codes(aPerson({ idCardState: "EXPIRED", idExpiresOn: "2025-01-01" }), null)).toEqual([]);
    expect(codes(holds("2033-01-31"), null, ["PROVISIONAL_ID", "ADDRESS_CHANGE"])).toEqual([]);
    expect(interestVerdicts(holds("2033-01-31"), { reason: null }, ["ID_CARD"], today, parameters)[0]?.weight).toBe("warns");
  });

  test("R14: a lost or stolen card is reported, whether the roster says so or the request; nothing else asks for it", () => {
    const loss = (idCardState: "LOST" | "EXPIRED", reason: "LOST" | "STOLEN" | null, service: "ID_CARD" | "HAND_OVER" = "ID_CARD") => lossVerdicts({ idCardState }, { reason }, [service]).map(({ code }) => code);
    expect(loss("LOST", null)).toEqual(["replacement.reportLoss"]);
    for (const reason of ["LOST", "STOLEN"] as const) expect(loss("EXPIRED", reason)).toEqual(["replacement.reportLoss"]);
    expect(loss("EXPIRED", null)).toEqual([]);
    expect(loss("LOST", null, "HAND_OVER")).toEqual([]);
  });
});
