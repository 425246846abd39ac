import { aboutOf, viewOf } from "@/lib/audit/record";
import { nothingSeen } from "@/lib/audit/viewing";

const ANNA = "0190a6c0-0000-7000-8000-000000000001";
const BERT = "0190a6c0-0000-7000-8000-000000000002";
const HOUSE = "0190a6c0-0000-7000-8000-00000000000a";

test("an entry is about its subject, who else it names, and every id in its details, each once", () => {
  expect(aboutOf({ action: "signedIn", subject: { kind: "session", id: ANNA }, details: { user: BERT, way: "code" } })).toEqual([ANNA, BERT]);
  expect(aboutOf({ action: "visitPlaced", subject: { kind: "visit", id: ANNA }, alsoAbout: [BERT, ANNA], details: { tours: [BERT, HOUSE], count: 3, request: null } })).toEqual([ANNA, BERT, HOUSE]);
});

test("a look into the log about somebody is no look at that person's data", () => {
  expect(aboutOf({ action: "auditViewed", subject: { kind: "audit", id: null }, details: { about: ANNA } })).toEqual([]);
});

test("a view of one person is about that person, a view of many names all", () => {
  const seen = nothingSeen();
  seen.persons.add(BERT);
  seen.facilities.add(HOUSE);
  expect(viewOf(seen, "personsViewed", `/facility/residents/${BERT}?x=1`)).toEqual({ action: "personsViewed", subject: { kind: "resident", id: BERT }, alsoAbout: [BERT], facilityId: HOUSE, details: { route: `/facility/residents/${BERT}`, persons: 1 } });
  seen.persons.add(ANNA);
  seen.facilities.add(ANNA);
  expect(viewOf(seen, "printViewed", null)).toMatchObject({ subject: { id: null }, alsoAbout: [ANNA, BERT], facilityId: null, details: { route: null, persons: 2 } });
});

test("an address is kept as a route: what somebody typed into it does not reach the log", () => {
  const route = viewOf(nothingSeen(), "personsViewed", "/facility/Anna%20Muster/residents/x".concat("/deep".repeat(20))).details?.route;
  expect(route).toBe("/facility/*/residents/x/deep/deep/deep");
});
