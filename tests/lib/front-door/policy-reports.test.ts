import { Readable } from "node:stream";
import type { IncomingMessage } from "node:http";
import { mayReport, reportIn, takeReport, tellReports } from "@/lib/front-door/policy-reports";
import type { LogFacts } from "@/lib/log";

const asked = (body: string, type = "application/csp-report"): IncomingMessage => Object.assign(Readable.from([Buffer.from(body)]), { headers: { "content-type": type } }) as unknown as IncomingMessage;
const told = (): readonly LogFacts[] => {
  const lines: LogFacts[] = [];
  tellReports({ info: () => undefined, error: () => undefined, warn: (event, facts) => void lines.push({ event, ...facts }) });
  return lines;
};
const ONE = { "csp-report": { "document-uri": "https://koffer.example/facility/residents/0190a6c0?name=Zyxwvut", "violated-directive": "img-src", "effective-directive": "img-src", "blocked-uri": "https://zyxwvut.example/Zyxwvut.png", "script-sample": "Zyxwvut" } };
const OTHER = { "csp-report": { "document-uri": "https://koffer.example/Zyxwvut", "violated-directive": "script-src-elem 'self'", "blocked-uri": "inline", "script-sample": "Zyxwvut" } };

describe("a report of a violated policy", () => {
  test("is kept in words of our own", () => {
    expect(reportIn(JSON.stringify(ONE))).toEqual({ directive: "img-src", blocked: "other", area: "facility" });
    expect(reportIn(JSON.stringify(OTHER))).toEqual({ directive: "script-src-elem", blocked: "inline", area: "other" });
    expect(reportIn(JSON.stringify({ "csp-report": { "document-uri": "Zyxwvut", "violated-directive": "Zyxwvut", "blocked-uri": "data:text/html,Zyxwvut" } }))).toEqual({ directive: "other", blocked: "data", area: "other" });
  });

  test("becomes one line for each kind, with how often, and nothing of what was sent", async () => {
    for (let time = 0; time < 3; time += 1) expect(await takeReport(asked(JSON.stringify(ONE)))).toBeNull();
    expect(await takeReport(asked(JSON.stringify(OTHER), "application/csp-report; charset=utf-8"))).toBeNull();
    const lines = told();
    expect(lines).toEqual([{ event: "policyViolated", directive: "img-src", blocked: "other", area: "facility", times: 3 }, { event: "policyViolated", directive: "script-src-elem", blocked: "inline", area: "other", times: 1 }]);
    expect(JSON.stringify(lines)).not.toMatch(/zyxwvut/i);
    expect(told()).toEqual([]);
  });

  test.each(["", "x", "1", "null", "[1]", "{}", '{"csp-report":null}', '{"csp-report":[1]}', '[{"type":"csp-violation"}]'])("%j is none and is turned away", async (body) => {
    expect(await takeReport(asked(body))).toMatchObject({ status: 400 });
    expect(told()).toEqual([]);
  });

  test("of another type or of more than sixteen kilobytes is turned away", async () => {
    expect(await takeReport(asked(JSON.stringify(ONE), "application/json"))).toMatchObject({ status: 400 });
    expect(await takeReport(asked(`{"csp-report":{"x":"${"a".repeat(16_384)}"}}`))).toMatchObject({ status: 413 });
    expect(told()).toEqual([]);
  });

  test("comes at most thirty times a minute from one network, and three hundred times from all", () => {
    const begin = 10_000_000;
    const from = (address: string, times: number, now = begin): number => Array.from({ length: times }, () => mayReport(address, now)).filter(Boolean).length;
    expect(from("192.0.2.1", 40)).toBe(30);
    expect(from("2001:db8::1", 20) + from("2001:db8::2", 20)).toBe(30);
    expect(Array.from({ length: 20 }, (_, index) => from(`198.51.100.${index}`, 30)).reduce((sum, one) => sum + one, 0)).toBe(240);
    expect(from("192.0.2.1", 40, begin + 60_000)).toBe(30);
  });
});
