import { plain } from "@/lib/messages/plain";
import { PEOPLE } from "../../journeys/people";
import { figure, sized } from "../size";
import { inTurns, type Ground } from "./ground";
import { onTheWire, slowly } from "./wire";

const FORM = "application/x-www-form-urlencoded";

/** What an attacker does to the protocol, before any form is read. */
export function attackTheDoor(ground: Ground): void {
  test("A-23: requests that two servers would read differently are refused", async () => {
    const host = `localhost:${ground.port()}`;
    const post = `POST /do/login.code HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${ground.origin()}\r\nContent-Type: ${FORM}\r\n`;
    const inner = `GET /admin HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
    const cases: readonly (readonly [string, string, number])[] = [
      ["both lengths", `${post}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`, 400],
      ["two lengths", `${post}Content-Length: 4\r\nContent-Length: 40\r\n\r\na=1&${inner}`, 400],
      ["a folded encoding", `${post}Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n`, 400],
      ["an unknown encoding", `${post}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`, 400],
      ["two encodings", `${post}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n`, 400],
      ["a blank before the colon", `${post}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`, 400],
      ["a negative length", `${post}Content-Length: -1\r\n\r\n`, 400],
      ["a length with a sign", `${post}Content-Length: +4\r\n\r\na=1&`, 400],
      ["a broken chunk", `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n`, 400],
      ["a bare line feed", `GET / HTTP/1.1\nHost: ${host}\n\n`, 400],
      ["no host", "GET / HTTP/1.1\r\n\r\n", 400],
      ["two hosts", `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\n\r\n`, 400],
      ["a NUL in a header", `GET / HTTP/1.1\r\nHost: ${host}\r\nX: a\0b\r\n\r\n`, 400],
      ["a control byte in the address", `GET /\x01 HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 400],
      ["64 kB of one header", `GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${"a".repeat(65_536)}\r\n\r\n`, 431],
      ["too many headers", `GET / HTTP/1.1\r\nHost: ${host}\r\n${Array.from({ length: 500 }, (_, index) => `X-${index}: a\r\n`).join("")}\r\n`, 431],
      ["a body with a page", `GET / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`, 400],
      ["an old protocol", `GET / HTTP/0.9\r\nHost: ${host}\r\n\r\n`, 400],
    ];
    for (const [name, bytes, status] of cases) {
      const said = await onTheWire(ground.port(), bytes);
      expect({ name, status: said.status, answers: said.head.concat(said.body).split(/HTTP\/1\.1 \d{3}/).length - 1 }).toEqual({ name, status, answers: 1 });
    }
    await ground.alive();
  });

  test("A-25: only reading a page and sending a form exist, and the refusal says so", async () => {
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "MOVE"]) {
      for (const path of ["/", "/login", "/facility/residents", "/do/residents.add", "/api/health/live", "/icon.svg"]) {
        const answer = await onTheWire(ground.port(), `${method} ${path} HTTP/1.1\r\nHost: localhost:${ground.port()}\r\nOrigin: ${ground.origin()}\r\nConnection: close\r\n\r\n`);
        expect({ method, path, status: answer.status }).toEqual({ method, path, status: 405 });
        expect(answer.head).toMatch(/\r\nallow: /i);
      }
    }
    expect((await onTheWire(ground.port(), `CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost:${ground.port()}\r\n\r\n`)).status).toBe(405);
    expect((await ground.as("burgholz").get("/do/residents.add")).status).toBe(405);
    expect((await ground.as("burgholz").send("POST", "/facility/residents/new", { Origin: ground.origin(), "Content-Type": FORM }, "a=1")).status).toBe(405);
  });

  test("A-24: a crowd of slow clients neither stops the portal nor keeps its places for longer than half a minute", async () => {
    const count = sized({ sample: 60, full: 1_000 });
    const host = `localhost:${ground.port()}`;
    const heads = { first: `GET / HTTP/1.1\r\nHost: ${host}\r\n`, drop: "X: a\r\n", everyMs: 2_000, limitMs: 40_000 };
    const body = { first: `POST /do/login.code HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${ground.origin()}\r\nContent-Type: ${FORM}\r\nContent-Length: 100000\r\n\r\n`, drop: "a", everyMs: 2_000, limitMs: 40_000 };
    const crowd = Promise.all(Array.from({ length: count }, (_, index) => slowly(ground.port(), index % 2 === 0 ? heads : body)));
    const times: number[] = [];
    const until = performance.now() + 15_000;
    while (performance.now() < until) {
      const begin = performance.now();
      expect((await ground.nobody().get("/api/health/live")).status).toBe(200);
      times.push(performance.now() - begin);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const cut = await crowd;
    const slowest = Math.max(...cut.map((time) => time ?? Infinity));
    const p95 = times.sort((one, other) => one - other)[Math.floor(times.length * 0.95)]!;
    figure("slow connections that were cut within 30 s", `${cut.filter((time) => time !== null && time <= 30_000).length} of ${count}`);
    figure("answer to others beside them, 95th percentile in ms", Math.round(p95));
    expect(slowest).toBeLessThan(30_000);
    expect(Math.max(...cut.filter((_, index) => index % 2 === 0).map((time) => time ?? Infinity))).toBeLessThan(15_000);
    expect(p95).toBeLessThan(500);
    await ground.alive();
  });

  test("A-03: bodies that are made to be expensive are refused at once, and others do not wait", async () => {
    const multipart = (parts: number, value: string): string => `${Array.from({ length: parts }, (_, index) => `--x\r\nContent-Disposition: form-data; name="${index}"\r\n\r\n${value}\r\n`).join("")}--x--\r\n`;
    const flight = '0:{"then":"$1:__proto__:then"}'.repeat(1_000);
    const bodies: readonly (readonly [string, string])[] = [
      ["multipart/form-data; boundary=x", multipart(16_000, "1")], ["multipart/form-data; boundary=x", multipart(2_500, '"$K1"')], [FORM, "a=1&".repeat(250_000)], [FORM, `a=${"[".repeat(50_000)}`], [FORM, `${"a".repeat(50_000)}=1`],
      ["text/x-component", flight], ["application/json", "[".repeat(50_000)], [FORM, `a=${"%".repeat(100_000)}`], ["multipart/form-data; boundary=x", `--x\r\n${"A: b\r\n".repeat(50_000)}\r\n1\r\n--x--\r\n`], [FORM, `a=${"b".repeat(1_100_000)}`],
    ];
    const lags: number[] = [];
    let isOver = false;
    const watching = (async () => {
      while (!isOver) {
        const begin = performance.now();
        expect((await ground.nobody().get("/api/health/live")).status).toBe(200);
        lags.push(performance.now() - begin);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    for (const [type, body] of bodies) {
      for (const path of ["/do/login.code", "/login"]) {
        const begin = performance.now();
        const { status } = await ground.nobody().send("POST", path, { Origin: ground.origin(), "Content-Type": type }, body).catch(() => ({ status: 413 }));
        expect({ type, path, length: body.length, isRefused: path === "/login" ? status === 405 || status === 413 : status === 400 || status === 413, isQuick: performance.now() - begin < 1_000 }).toEqual({ type, path, length: body.length, isRefused: true, isQuick: true });
      }
    }
    isOver = true;
    await watching;
    figure("longest wait of others beside expensive bodies in ms", Math.round(Math.max(...lags)));
    expect(Math.max(...lags)).toBeLessThan(1_000);
  });

  test("A-02: what the framework would read as its own calls is refused, and nothing of it runs", async () => {
    const chunk = '{"then":"$1:__proto__:then","status":"resolved_model","reason":-1,"value":"{\\"then\\":\\"$B1337\\"}","_response":{"_prefix":"globalThis.portalWasHere=1;process.exit(1);//","_formData":{"get":"$1:constructor:constructor"}}}';
    const body = `--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n${chunk}\r\n--x\r\nContent-Disposition: form-data; name="1"\r\n\r\n"$@0"\r\n--x--\r\n`;
    for (const path of ["/", "/login", "/facility/residents/new", "/do/login.code"]) {
      for (const headers of [{ "Next-Action": "x" }, { "Next-Action": "00".repeat(21) }, { "Next-Action": "7f".repeat(21), "Next-Router-State-Tree": "[]" }, {}] as Record<string, string>[]) {
        const answer = await ground.as("burgholz").send("POST", path, { Origin: ground.origin(), "Content-Type": "multipart/form-data; boundary=x", ...headers }, body);
        // Without the framework's header it is a form with fields that nobody asked for.
        expect(headers["Next-Action"] ? [400] : path.startsWith("/do/") ? [303, 400] : [405]).toContain(answer.status);
        expect(answer.text).not.toMatch(/portalWasHere/);
      }
    }
    await ground.alive();
  });

  test("A-05: a form that another site, an opaque page or nobody sends is refused in every way of sending, and stores nothing", async () => {
    const origin = ground.origin();
    const claims: readonly Record<string, string>[] = [
      {}, { Origin: "null" }, { Origin: "https://evil.example" }, { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" }, { Origin: `${origin}.evil.example` }, { Origin: `${origin}@evil.example` }, { Origin: origin.toUpperCase() },
      { Origin: origin, "Sec-Fetch-Site": "cross-site" }, { Origin: origin, "Sec-Fetch-Site": "same-site" }, { Origin: origin, "Sec-Fetch-Site": "none" }, { Referer: `${origin}/facility` }, { Origin: `${origin}, https://evil.example` },
    ];
    const bodies: readonly (readonly [string, string])[] = [[FORM, "lastName=Fremd&firstNames=A"], ["multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="lastName"\r\n\r\nFremd\r\n--x--\r\n'], ["text/plain", "lastName=Fremd"], ["application/json", "{}"]];
    const before = await ground.linesWith("foreignOrigin");
    let sent = 0;
    await ground.unchanged(async () => {
      for (const headers of claims) {
        for (const [type, body] of bodies) {
          for (const path of ["/do/residents.add", "/facility/residents/new", "/do/account.signOut"]) {
            const answer = await ground.as("burgholz").send("POST", path, { "Content-Type": type, ...headers }, body);
            sent += 1;
            expect({ headers, type, path, status: answer.status }).toEqual({ headers, type, path, status: 403 });
            expect(answer.text).toContain(plain.foreignOrigin);
          }
        }
      }
    });
    await ground.logged("foreignOrigin", before, sent);
    expect((await ground.as("burgholz").get("/account")).status).toBe(200);
  });

  test("A-05: another site can neither load nor frame anything of a signed-in person", async () => {
    for (const [mode, dest] of [["no-cors", "image"], ["no-cors", "script"], ["navigate", "iframe"], ["cors", "empty"]] as const) {
      for (const { account } of PEOPLE.slice(0, 2)) {
        const answer = await ground.as(account).send("GET", "/facility/residents", { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": dest });
        expect(answer.status).toBe(403);
      }
    }
    expect((await ground.as("burgholz").send("GET", "/facility/residents", { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document" })).status).toBe(200);
  });

  test("A-26: whatever is sent, one event is one line of the log, and nothing that was sent stands in it", async () => {
    const evil = 'evil\\n{"level":60}\u00e9';
    const before = await ground.linesWith("turnedAway");
    const begin = ground.log().length;
    const answers: number[] = [];
    await inTurns(Array.from({ length: 40 }, (_, index) => index), 4, async (index) => {
      const bytes = `${index % 2 ? "GET" : "PUT"} /login?x=%0d%0aevil%1b[31m HTTP/1.1\r\nHost: localhost:${ground.port()}\r\nUser-Agent: ${evil}\r\nX-Forwarded-For: ${evil}\r\nReferer: ${evil}\r\nConnection: close\r\n\r\n`;
      answers.push((await onTheWire(ground.port(), bytes)).status);
    });
    expect(answers.every((status) => status === 400 || status === 405)).toBe(true);
    await ground.logged("turnedAway", before, 40);
    const lines = ground.log().slice(begin);
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({ event: expect.any(String), service: expect.any(String), time: expect.stringMatching(/Z$/) });
      expect(line).not.toMatch(/evil|\u001b/);
    }
  });
}
