import { usePortal } from "./portal";
import { PERSON } from "./hostile-forms";
import { aVisitor, signedInVisitor } from "./visitor";

const portal = usePortal({ webProcesses: 2, settings: { RATE_LIMIT_FACTOR: "1", PROXY_HOPS: "1", TRUSTED_PROXIES: "127.0.0.1, ::1" } });
const [origin, other] = [0, 1].map((index) => (): string => portal.origins()[index]!) as [() => string, () => string];
/** As a proxy in front passes a request on: it appends the address that it saw to what the client wrote there. */
const seenFrom = (address: string, claimed = ""): Record<string, string> => ({ "X-Forwarded-For": claimed === "" ? address : `${claimed}, ${address}` });

beforeEach(() => portal.prisma().rateCount.deleteMany().then(() => undefined));

test("a network that asks for code after code gets 429 with the time to wait, in German, from every web process", async () => {
  const visitors = [aVisitor(origin()), aVisitor(other())];
  const answers = [];
  for (let number = 0; number < 45; number += 1) {
    const headers = { ...seenFrom("203.0.113.7", `198.51.100.${number}`), Origin: origin() };
    answers.push(await visitors[number % 2]!.post("login.code", { email: `nobody${number}@nowhere.example`, next: "" }, headers));
  }
  expect(answers.map(({ status }) => status).indexOf(429)).toBe(40);
  expect(answers.slice(40).every(({ status }) => status === 429)).toBe(true);
  expect(answers[44]!.text).toMatch(/Bitte warten Sie eine Minute/);
  expect(answers[44]!.text).toMatch(/Es ist nichts gesperrt/);
  const elsewhere = await visitors[0]!.post("login.code", { email: "nobody@nowhere.example", next: "" }, seenFrom("203.0.113.8", "203.0.113.7"));
  expect(elsewhere.status).toBe(303);
});

test("a person who sends form after form waits a moment and finds what was typed", async () => {
  const visitor = await signedInVisitor(origin(), "burgholz");
  const form = { ...PERSON, lastName: "Größe <b>", "bornOn.day": "31", _from: "/facility/residents/new" };
  const statuses = [];
  let last = await visitor.post("residents.add", form);
  for (let number = 0; number < 140 && last.status !== 429; number += 1) {
    last = await visitor.post("residents.add", form);
    statuses.push(last.status);
  }
  expect(statuses.indexOf(429)).toBeGreaterThan(115);
  expect(statuses.indexOf(429)).toBeLessThanOrEqual(120);
  const back = /<a href="([^"]+)">Zurück zum Formular/.exec(last.text)![1]!.replace(/&amp;/g, "&");
  expect((await visitor.get(back)).text).toContain('value="Größe &lt;b&gt;"');
  expect((await (await signedInVisitor(origin(), "leitung")).get("/office")).status).toBe(200);
});

test("the time to wait stands in the answer's head, too", async () => {
  const visitor = aVisitor(origin());
  const wait = new Set<string>();
  for (let number = 0; number < 6; number += 1) {
    const response = await fetch(`${origin()}/do/login.code`, { method: "POST", redirect: "manual", headers: { Origin: origin(), ...seenFrom("203.0.113.9") }, body: new URLSearchParams({ email: "same@nowhere.example", next: "" }) });
    if (response.status === 429) wait.add(response.headers.get("retry-after")!);
  }
  expect([...wait]).toEqual(["900"]);
  expect((await visitor.get("/login")).status).toBe(200);
});
