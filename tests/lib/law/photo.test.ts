import { judge } from "@/lib/law/rules";
import { photoVerdicts, photoWaysWith } from "@/lib/law/photo";
import { preparationsOf } from "@/lib/preparation/rules";
import { aPerson, parameters, today } from "./person";

const context = { today, visitOn: null, parameters, photoBy: "AUTHORITY", isOutsideServiceHours: false } as const;

describe("the photo", () => {
  test("R39: only digital ways exist, and whoever applies is told that paper does not count", () => {
    expect([photoWaysWith({ hasCertifiedCamera: true }), photoWaysWith({})]).toEqual([["AUTHORITY", "PROVIDER"], ["AUTHORITY", "PROVIDER"]]);
    const judgement = judge(aPerson(), ["ID_CARD"], context);
    expect(preparationsOf(aPerson(), ["ID_CARD"], judgement, "COMES_TO_ROOM")).toContain("DIGITAL_PHOTO");
    expect(preparationsOf(aPerson(), ["HAND_OVER"], judgement, "COMES_TO_ROOM")).not.toContain("DIGITAL_PHOTO");
  });

  test("R40: with a kit without a certified camera the authority takes no photo: its fee is not raised, and the desk is warned", () => {
    expect(photoWaysWith({ hasCertifiedCamera: false })).toEqual(["PROVIDER"]);
    const judgement = judge(aPerson(), ["ID_CARD"], { ...context, hasCertifiedCamera: false });
    expect(judgement.fee.totalCents).toBe(4600);
    expect(judgement.verdicts).toContainEqual(expect.objectContaining({ code: "photo.cameraMissing", weight: "warns" }));
  });

  test("R40: where a provider sends the photo, or no document is applied for, the camera does not matter", () => {
    expect(photoVerdicts({ photoBy: "PROVIDER", hasCertifiedCamera: false }, ["ID_CARD"])).toEqual([]);
    expect(photoVerdicts({ photoBy: "AUTHORITY", hasCertifiedCamera: false }, ["HAND_OVER"])).toEqual([]);
  });
});
