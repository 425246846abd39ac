import { createServer } from "node:http";
import { EVERY_ANSWER } from "@/lib/front-door/headers";
import { builtPages } from "../../journeys/pages";
import { accountsThatMay } from "../../journeys/people";
import { figure } from "../size";
import type { Ground } from "./ground";
import { onTheWire } from "./wire";

const FORM = "application/x-www-form-urlencoded";

/** What an attacker makes of the answers: what they forget to say, what a cache keeps, whose nonce they carry, whom they ask. */
export function attackTheAnswers(ground: Ground): void {
  const headersOf = async (path: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<{ status: number; headers: Headers }> => {
    const answer = await fetch(`${ground.origin()}${path}`, { method, headers, redirect: "manual" });
    await answer.arrayBuffer();
    return { status: answer.status, headers: answer.headers };
  };
  const faultsOf = ({ status, headers }: { status: number; headers: Headers }, isFile = false): readonly string[] => [
    ...Object.entries(EVERY_ANSWER).flatMap(([name, value]) => (headers.get(name) === value ? [] : [`${name} is ${headers.get(name)}`])),
    ...["frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'", "form-action", "default-src 'none'"].filter((part) => !headers.get("content-security-policy")?.includes(part)),
    ...(headers.get("content-security-policy")?.includes("unsafe-") ? ["an unsafe policy"] : []),
    ...["server", "x-powered-by"].filter((name) => headers.has(name)),
    ...(isFile && status === 200 ? [] : headers.get("cache-control") === "private, no-store" ? [] : [`Cache-Control ${headers.get("cache-control")}`]),
  ];

  test("every answer carries every protecting header, whoever made it and whatever it says (3.4.1 to 3.4.8)", async () => {
    const answers: [string, Awaited<ReturnType<typeof headersOf>>, boolean?][] = [];
    for (const path of ["/", "/login", "/nothing-here", "/facility", "/api/health/live", "/api/health/ready", "/api/auth/csrf", "/api/auth/nothing", "/do/x", "/home", "/_next/static/nothing.js", "/%ff", "/_next/image?url=%2Ficon.svg&w=64&q=75"]) answers.push([path, await headersOf(path)]);
    for (const path of ["/icon.svg", "/plain.css", "/robots.txt", "/.well-known/security.txt"]) answers.push([path, await headersOf(path), true]);
    for (const method of ["PUT", "OPTIONS", "DELETE"]) answers.push([method, await headersOf("/", {}, method)]);
    answers.push(["foreign form", await headersOf("/do/login.code", { Origin: "https://evil.example", "Content-Type": FORM }, "POST")]);
    const style = /href="(\/_next\/static\/[^"]+\.css)"/.exec((await ground.nobody().get("/")).text)?.[1];
    answers.push(["style of the build", await headersOf(style!), true]);
    const wrong = answers.flatMap(([name, answer, isFile]) => faultsOf(answer, isFile).map((fault) => `${name} ${answer.status}: ${fault}`));
    expect(wrong).toEqual([]);
    const raw = await Promise.all(["\0\0\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", `GET / HTTP/1.1\r\nHost: localhost:${ground.port()}\r\nA: ${"a".repeat(65_536)}\r\n\r\n`, `CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost:${ground.port()}\r\n\r\n`].map((bytes) => onTheWire(ground.port(), bytes)));
    for (const { head } of raw) for (const name of ["Strict-Transport-Security", "X-Content-Type-Options", "Content-Security-Policy", "Referrer-Policy", "Cache-Control: private, no-store"]) expect(head).toContain(name);
    figure("answers without every protecting header", `${wrong.length} of ${answers.length + raw.length}`);
  });

  test("whoever finds a weakness reads whom to tell, and no search engine keeps a page", async () => {
    const { text, status } = await ground.nobody().get("/.well-known/security.txt");
    const facts = new Map(text.split("\r\n").flatMap((line) => (/^[A-Z][\w-]+: /.test(line) ? [[line.split(": ")[0]!, line.slice(line.indexOf(": ") + 2)] as const] : [])));
    expect({ status, contact: facts.get("Contact"), canonical: facts.get("Canonical") }).toEqual({ status: 200, contact: "mailto:leitung@demo.example", canonical: `${ground.origin()}/.well-known/security.txt` });
    const days = (new Date(facts.get("Expires")!).getTime() - Date.now()) / 86_400_000;
    expect(days > 30 && days < 365).toBe(true);
    expect((await ground.nobody().get("/robots.txt")).text).toBe("User-agent: *\nDisallow: /\n");
  });

  test("A-08: nothing that a signed-in person sees is kept by a cache, under any address that looks like a file", async () => {
    const kept: string[] = [];
    for (const { route, permission } of builtPages()) {
      if (permission === null || route.includes("[")) continue;
      const visitor = ground.as(accountsThatMay(permission)[0]!);
      for (const path of [route, `${route}/x.css`, `${route}/x.svg`, `${route}?x.css`, `${route}.css`]) {
        const cookie = `portal-session=${visitor.cookie("portal-session")}`;
        const { headers } = await headersOf(path, { cookie });
        if (headers.get("cache-control") !== "private, no-store") kept.push(`${path} ${headers.get("cache-control")}`);
      }
    }
    expect(kept).toEqual([]);
  });

  test("A-08: a request with the framework's own headers leaves the next person the same page", async () => {
    const shown = async (headers: Readonly<Record<string, string>>): Promise<string> => {
      const { text, status } = await ground.nobody().send("GET", "/login", headers);
      return `${status} ${text.replace(/<script[\s\S]*?<\/script>/g, "").replace(/nonce="[^"]*"/g, "").replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "")}`;
    };
    const clean = await shown({});
    for (const headers of [{ RSC: "1" }, { "x-nextjs-data": "1" }, { "Next-Router-Prefetch": "1", RSC: "1" }, { "x-middleware-prefetch": "1" }, { "X-Forwarded-Host": "evil.example" }, { "x-invoke-status": "500" }, { Purpose: "prefetch" }] as Record<string, string>[]) {
      expect(await shown(headers)).toBe(clean);
      expect(await shown({})).toBe(clean);
    }
  });

  test("A-09: a nonce comes from the portal alone and is another one each time", async () => {
    const nonces = new Set<string>();
    for (let time = 0; time < 20; time += 1) {
      const answer = await fetch(`${ground.origin()}/login`, { headers: { "content-security-policy": "script-src 'nonce-evil\"><script>'", "x-nonce": "evil\"><script>alert(1)</script>" } });
      const text = await answer.text();
      expect(text).not.toMatch(/evil|alert\(1\)/);
      const [, nonce] = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy")!)!;
      expect([...text.matchAll(/nonce="([^"]+)"/g)].every((match) => match[1] === nonce)).toBe(true);
      nonces.add(nonce!);
    }
    expect(nonces.size).toBe(20);
  });

  test("A-10: nobody makes the portal ask another server for something", async () => {
    let asked = 0;
    const canary = createServer((_request, response) => {
      asked += 1;
      response.end("canary");
    });
    const port = await new Promise<number>((resolve) => canary.listen(0, "127.0.0.1", () => resolve((canary.address() as { port: number }).port)));
    const target = `http://127.0.0.1:${port}/`;
    const host = `localhost:${ground.port()}`;
    for (const path of [`/_next/image?url=${encodeURIComponent(target)}&w=64&q=75`, `/login?next=${encodeURIComponent(target)}`, `/api/auth/signin?callbackUrl=${encodeURIComponent(target)}`]) await ground.nobody().get(path);
    expect((await ground.nobody().get(`/_next/image?url=${encodeURIComponent(target)}&w=64&q=75`)).status).toBe(404);
    for (const bytes of [`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`, `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: eA==\r\nSec-WebSocket-Version: 13\r\n\r\n`, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`]) {
      expect((await onTheWire(ground.port(), bytes)).status).toBe(400);
    }
    canary.close();
    expect(asked).toBe(0);
  });
}
