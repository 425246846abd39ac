import type { Service } from "@/lib/cases/types";
import { lastUsefulOn } from "@/lib/law/duty";
import { cardReadyOn, isUrgent, productionDaysOn, urgencyVerdicts } from "@/lib/law/urgency";
import { addDays } from "@/lib/time/calendar";
import { aSentence, parameters, today } from "./person";

const said = (neededOn: string | null, requested: readonly Service[], custody: ReturnType<typeof aSentence> | null = null) =>
  urgencyVerdicts({ asked: { neededOn }, custody }, requested, today, parameters).map(({ code }) => code);
const readyOn = cardReadyOn(today, parameters);

describe("urgent need (§ 3 PAuswG)", () => {
  test("R35: a provisional card is refused while nobody has said why it is urgent", () => {
    expect(said(null, ["PROVISIONAL_ID"])).toEqual(["provisional.needNotStated"]);
    expect(urgencyVerdicts({ asked: { neededOn: null }, custody: null }, ["PROVISIONAL_ID"], today, parameters)[0]?.weight).toBe("blocks");
    expect(said(null, ["PROVISIONAL_ID"], aSentence({ releaseOn: null }))).toEqual(["provisional.needNotStated"]);
  });

  test("R35: it is urgent when it is needed before the regular card is finished, to the day", () => {
    expect(readyOn).toBe(addDays(today, 21));
    expect([isUrgent(addDays(readyOn, -1), today, parameters), isUrgent(readyOn, today, parameters)]).toEqual([true, false]);
    expect(said(addDays(readyOn, -1), ["ID_CARD", "PROVISIONAL_ID"])).toEqual(["provisional.urgent"]);
    expect(said(readyOn, ["ID_CARD", "PROVISIONAL_ID"])).toEqual(["provisional.notUrgent"]);
  });

  test("R35: a release from custody is a need by itself", () => {
    expect(said(null, ["PROVISIONAL_ID"], aSentence({ releaseOn: addDays(today, 10) }))).toEqual(["provisional.urgent"]);
    expect(said(null, ["PROVISIONAL_ID"], aSentence())).toEqual(["provisional.notUrgent"]);
  });

  test("R35: whoever asks for the regular card alone and needs it sooner is told of the provisional one", () => {
    expect(said(addDays(readyOn, -1), ["ID_CARD"])).toEqual(["provisional.suggested"]);
    for (const [neededOn, service] of [[readyOn, "ID_CARD"], [null, "ID_CARD"], [today, "HAND_OVER"]] as const) expect(said(neededOn, [service])).toEqual([]);
  });

  test("R35: in the high season a card takes 42 days, from its first month to the end of its last", () => {
    const days = ["2027-05-31", "2027-06-01", "2027-08-31", "2027-09-01"].map((day) => productionDaysOn(day, parameters));
    expect(days).toEqual([21, 42, 42, 21]);
  });

  test("R35: a high season may span the turn of the year", () => {
    const winter = { ...parameters, highSeasonFrom: 11, highSeasonUntil: 2 };
    expect(["2027-10-31", "2027-11-01", "2028-02-29", "2028-03-01"].map((day) => productionDaysOn(day, winter))).toEqual([21, 42, 42, 21]);
  });

  test("R35, R36: before a release in the high season the last useful day comes earlier", () => {
    expect(lastUsefulOn("2027-08-31", parameters)).toBe("2027-07-17");
    expect(lastUsefulOn("2027-06-15", parameters)).toBe("2027-05-22");
    expect(lastUsefulOn("2027-09-30", parameters)).toBe("2027-09-06");
  });

  test("R36: on the last useful day the card is ready with its margin, on the next it is not, for a year of releases", () => {
    for (let index = 0; index < 366; index += 1) {
      // A Wednesday outside of holidays or not: the earliest release is the rule's own.
      const releaseOn = addDays("2027-01-10", index);
      const last = lastUsefulOn(releaseOn, parameters);
      const later = Array.from({ length: 45 }, (_, more) => addDays(last, more + 1));
      const isInTime = (day: string) => addDays(cardReadyOn(day, parameters), parameters.productionMarginDays) <= releaseOn;
      expect([releaseOn, isInTime(last)]).toEqual([releaseOn, true]);
      if (later.some(isInTime)) expect(last < addDays(releaseOn, -24)).toBe(true);
    }
  });
});
