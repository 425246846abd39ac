import { checkHead } from "@/lib/front-door/check";

const OWN = "https://koffer.example";
const doorplate = { origins: [OWN], isAnyLoopbackPort: false };
type Request = { readonly method?: string; readonly target?: string; readonly headers?: Readonly<Record<string, string>>; readonly again?: readonly string[] };

function statusOf({ method = "GET", target = "/login", headers = {}, again = [] }: Request, plate = doorplate): number | null {
  const all: Record<string, string> = { host: "koffer.example", ...headers };
  return checkHead({ method, target, version: "1.1", headers: all, rawHeaders: [...Object.entries(all).flat(), ...again] }, plate)?.status ?? null;
}
const form = (headers: Readonly<Record<string, string>> = {}, target = "/do/residents.add"): Request => ({ method: "POST", target, headers: { origin: OWN, "content-type": "application/x-www-form-urlencoded", ...headers } });

test("a request under the portal's own name gets in, under every other name it does not", () => {
  expect(statusOf({})).toBeNull();
  for (const host of ["", "evil.example", "koffer.example.evil.example", "koffer.example:81", "KOFFER.example", "localhost", "127.0.0.1:3000"]) expect({ host, status: statusOf({ headers: { host } }) }).toEqual({ host, status: 400 });
});

test("in the demo the machine's own names lead in with any port, others do not", () => {
  const demo = { origins: ["http://localhost:3000"], isAnyLoopbackPort: true };
  for (const host of ["localhost:3000", "127.0.0.1:4711", "[::1]:3000"]) expect(statusOf({ headers: { host } }, demo)).toBeNull();
  for (const host of ["localhost.evil.example", "evil.example:3000", "10.0.0.1:3000"]) expect(statusOf({ headers: { host } }, demo)).toBe(400);
});

test("the framework's own fragments of pages have no address", () => {
  for (const target of ["/login.rsc", "/facility/residents.rsc?a=1", "/login.segments/_tree.segment.rsc"]) expect(statusOf({ target })).toBe(404);
});

test("the machine's health check may ask under any name", () => {
  expect(statusOf({ target: "/api/health/live", headers: { host: "127.0.0.1:3000" } })).toBeNull();
});

test("a form is taken from the portal's own pages alone", () => {
  expect(statusOf(form())).toBeNull();
  expect(statusOf(form({ "sec-fetch-site": "same-origin" }))).toBeNull();
  for (const origin of ["", "null", "https://evil.example", `${OWN}.evil.example`, "http://koffer.example", `${OWN}:444`]) expect({ origin, status: statusOf(form({ origin })) }).toEqual({ origin, status: 403 });
  for (const site of ["cross-site", "same-site", "none", "x"]) expect(statusOf(form({ "sec-fetch-site": site }))).toBe(403);
  const { headers = {} } = form();
  expect(statusOf({ method: "POST", target: "/do/residents.add", headers: { "content-type": headers["content-type"]! } })).toBe(403);
});

test("another site may lead people here, and may load and frame nothing", () => {
  expect(statusOf({ headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" } })).toBeNull();
  const loads = [["no-cors", "image"], ["no-cors", "script"], ["cors", "empty"], ["navigate", "iframe"], ["navigate", "object"]] as const;
  for (const [mode, dest] of loads) for (const site of ["cross-site", "same-site"]) expect(statusOf({ headers: { "sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": dest } })).toBe(403);
});

test("each address has its methods, and says which", () => {
  for (const method of ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "CONNECT", "PROPFIND", "get"]) expect(statusOf({ method })).toBe(405);
  expect(statusOf({ target: "/do/residents.add" })).toBe(405);
  expect(statusOf(form({}, "/facility/residents/new"))).toBe(405);
  const allowOf = (method: string, target: string): string | undefined => checkHead({ method, target, version: "1.1", headers: { host: "koffer.example", origin: OWN }, rawHeaders: [] }, doorplate)?.allow;
  expect([allowOf("PUT", "/login"), allowOf("GET", "/do/x"), allowOf("PUT", "/api/auth/csrf"), allowOf("POST", "/login")]).toEqual(["GET, HEAD", "POST", "GET, HEAD, POST", "GET, HEAD"]);
});

test("a request that two readers could read differently is refused", () => {
  for (const name of ["Host", "origin", "Content-Type", "content-length", "Transfer-Encoding", "Sec-Fetch-Site"]) expect(statusOf({ again: [name, "a", name, "b"] })).toBe(400);
  expect(statusOf({ headers: { "content-length": "5" } })).toBe(400);
  expect(statusOf({ headers: { "transfer-encoding": "chunked" } })).toBe(400);
  expect(statusOf({ headers: { upgrade: "websocket" } })).toBe(400);
  for (const encoding of ["gzip", "br", "gzip, chunked"]) expect(statusOf(form({ "transfer-encoding": encoding }))).toBe(400);
  for (const encoding of ["gzip", "deflate", "br"]) expect(statusOf(form({ "content-encoding": encoding }))).toBe(400);
});

test("a version of the protocol without headers is none", () => {
  const versions = ["1.1", "1.0", "0.9", "2.0", ""];
  expect(versions.map((version) => checkHead({ method: "GET", target: "/", version, headers: { host: "koffer.example" }, rawHeaders: [] }, doorplate)?.status ?? null)).toEqual([null, null, 400, 400, 400]);
});

test("what is announced as too large is refused before it is read", () => {
  expect(statusOf(form({ "content-length": "1048576" }))).toBeNull();
  expect(statusOf(form({ "content-length": "1048577" }))).toBe(413);
  expect(statusOf({ again: Array.from({ length: 240 }, (_, index) => `x-${index}`) })).toBe(431);
});

test.each(["//evil.example", "/a//b", "/%00", "/%0d%0aX: y", "/..", "/a/../b", "/%2e%2e/etc/passwd", "/..%2f..%2fetc", "/./a", "\\evil", "/\\evil.example", "/%5cevil", "/%ff", "/%c0%ae", "/%ed%a0%80", "/%25%32%65", "/a%2500", "http://evil.example/", "*", "", "/#a", "/%e2%80%ae", `/${"a".repeat(4_096)}`, `/?${"a&".repeat(200)}`])("the address %j is refused", (target) => {
  expect(statusOf({ target })).toBe(400);
});

test.each(["/", "/login?next=%2Ffacility%2Fresidents", "/facility/residents?search=M%C3%BCller+%26+Sohn", "/office/board?von=2026-11-30", "/_next/static/chunks/a-b_c.js", "/facility/residents?search=100%25"])("the address %j gets in", (target) => {
  expect(statusOf({ target })).toBeNull();
});
