import { randomUUID } from "node:crypto";
import ICAL from "ical.js";
import { calendarFile } from "@/lib/mail/calendar-file";
import { plain } from "@/lib/messages/plain";
import { FORMS, NOTHING, PERSON } from "../../journeys/hostile-forms";
import { mailsAt } from "../../journeys/mails";
import { homeOf, ownerOf } from "../../journeys/people";
import { encoded, isSignedIn, signedInVisitor, type Fields } from "../../journeys/visitor";
import { sourceFiles } from "../../architecture/source";
import { figure, sized } from "../size";
import { formsToAttack } from "./forms";
import type { Ground } from "./ground";

const FORM = "application/x-www-form-urlencoded";

/** What an attacker writes into fields: somebody else's language. */
export function attackTheContent(ground: Ground): void {
  test("A-16: a field that a form does not have is refused, and the row keeps what it had", async () => {
    const extra: Fields = { role: "ADMINISTRATOR", facilityId: NOTHING, userId: NOTHING, state: "ACCEPTED", disabledAt: "", isActive: "on", createdAt: "2020-01-01", reference: "A-1", tokenHash: "x" };
    const odd: string[] = [];
    await ground.unchanged(async () => {
      for (const { name, account, fields } of await formsToAttack(ground)) {
        for (const [field, value] of Object.entries(extra)) {
          if (Object.hasOwn(fields, field)) continue;
          // The two forms of the administrator do have a role and a facility; with a made-up row they are refused all the same.
          const answer = await ground.as(account).post(name, { ...fields, [field]: value });
          if (answer.status !== 303 || !/echo(?:=|%3D)/.test(answer.location)) odd.push(`${name} ${field} ${answer.status} ${answer.location}`);
        }
      }
      const whole = await ground.as("burgholz").post("residents.add", { ...PERSON, _from: "/facility/residents/new", facilityId: (await ownerOf(ground.prisma(), "jva")).facilityId! });
      expect(whole.location).toMatch(/echo(?:=|%3D)/);
    });
    expect(odd).toEqual([]);
  });

  test("A-27: names of the language itself are fields that nobody asked for", async () => {
    const names = ["__proto__", "__proto__[x]", "__proto__.x", "constructor", "constructor.prototype.x", "constructor[prototype][x]", "prototype", "toString", "hasOwnProperty", "valueOf", "__defineGetter__", "then"];
    await ground.unchanged(async () => {
      for (const name of names) {
        for (const [form, account] of [["residents.add", "burgholz"], ["users.invite", "admin"], ["absences.enter", "leitung"]] as const) {
          const answer = await ground.as(account).post(form, { ...FORMS[form]!.fields, ...(form === "residents.add" ? PERSON : {}), [name]: "1", _from: homeOf(account) });
          expect({ form, name, status: answer.status, isRefused: /echo(?:=|%3D)/.test(answer.location) }).toEqual({ form, name, status: 303, isRefused: true });
        }
        for (const path of ["/login", "/facility/residents"]) expect((await ground.as("burgholz").get(`${path}?${encodeURIComponent(name)}=1`)).status).toBe(200);
      }
      for (const action of ["__proto__", "constructor", "toString"]) expect((await ground.as("admin").post(action, {})).status).toBe(404);
    });
    // A poisoned prototype would make every form have this field.
    expect((await ground.as("burgholz").post("account.switchRole", { membershipId: NOTHING, _from: "/account" })).status).toBe(303);
    await ground.alive();
  });

  test("A-13: no way back leads off the portal", async () => {
    const evil = ["https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "https://localhost@evil.example", "/%0d%0aLocation: https://evil.example", "///evil.example", "/\t/evil.example", "http:evil.example", "data:text/html,x", "https:///evil.example", "/.evil.example/..//evil.example"];
    const own = (location: string): boolean => {
      const target = new URL(location, ground.origin());
      return target.origin === ground.origin() && !/^\/[/\\]/.test(location);
    };
    for (const next of evil) {
      const answers = [
        await ground.nobody().post("login.demo", { email: "admin@demo.example", next }),
        await ground.nobody().post("login.code", { email: "absent@nowhere.example", next }).catch(() => null),
        await ground.as("burgholz").post("residents.add", { _from: next }),
        await ground.as("burgholz").post("residents.add", { ...PERSON, lastName: "", back: next, _from: "/facility/residents/new" }),
        await ground.nobody().get(`/login?next=${encodeURIComponent(next)}`),
        await ground.nobody().get(`/api/auth/signin?callbackUrl=${encodeURIComponent(next)}`),
        await ground.nobody().get(`/api/auth/signout?callbackUrl=${encodeURIComponent(next)}`),
      ];
      for (const [index, answer] of answers.entries()) if (answer?.location) expect({ next, index, location: answer.location, isOwn: own(answer.location) }).toMatchObject({ isOwn: true });
    }
    const session = ground.nobody();
    const entered = await session.post("login.demo", { email: "admin@demo.example", next: "https://evil.example" });
    expect([entered.location, await isSignedIn(session)]).toEqual(["/home", true]);
  });

  test("A-14: an address that is two, or another one than it looks like, is none", async () => {
    const addresses = ["\"leitung@demo.example\"@evil.example", "leitung@demo.example@evil.example", "leitung\uff20demo.example", "leitung\ufe6bdemo.example", "leitung@demo.example,evil@evil.example", "leitung@demo.example evil@evil.example", "leitung@demo.example;evil@evil.example", "<evil@evil.example>", "evil@evil.example (leitung@demo.example)", "leitung@demo.example%0aBcc:evil@evil.example", "leitung@demo.example\nBcc: evil@evil.example", "@demo.example", "leitung@", "l\u0435itung@demo.example", "leitung@demo.example.", "leitung@[127.0.0.1]", "mailto:leitung@demo.example"];
    const orders = await ground.prisma().mailOrder.count();
    for (const email of addresses) {
      for (const [form, account, fields] of [["login.code", null, { next: "" }], ["users.invite", "admin", { displayName: "Neu", role: "TEAM_LEAD", facilityId: "", staffId: "" }]] as const) {
        const visitor = account === null ? ground.nobody() : ground.as(account);
        const answer = await visitor.post(form, { ...fields, email, _from: account === null ? "/login" : "/admin/users/new" });
        expect({ email, form, status: answer.status, isRefused: /echo(?:=|%3D)/.test(answer.location) }).toEqual({ email, form, status: 303, isRefused: true });
      }
    }
    expect(await ground.prisma().mailOrder.count()).toBe(orders);
    expect((await mailsAt(ground.mailbox())).filter((mail) => JSON.stringify(mail.to).includes("evil"))).toEqual([]);
  });

  test("A-17: what somebody typed reaches no header and no second recipient, and no mail carries it as markup", async () => {
    const evil = '<img src=x onerror=alert(1)>" , evil@evil.example';
    const email = `neu-${randomUUID().slice(0, 8)}@demo.example`;
    // Inviting somebody is an essential change, for which the proof of who one is must be fresh.
    const admin = await signedInVisitor(ground.origin(), "admin");
    const answer = await admin.post("users.invite", { email, displayName: evil, role: "TEAM_LEAD", facilityId: "", staffId: "", _from: "/admin/users/new" });
    expect(answer.location).toMatch(/^\/admin\/users\/[0-9a-f-]{36}/);
    const until = performance.now() + 60_000;
    let mail = undefined as Awaited<ReturnType<typeof mailsAt>>[number] | undefined;
    while (!mail && performance.now() < until) {
      mail = (await mailsAt(ground.mailbox())).find(({ to }) => to === email);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(mail?.to).toBe(email);
    expect(mail?.html).not.toMatch(/<img|onerror=alert\(1\)>/i);
    const headers = Object.keys((mail as unknown as { headers: Record<string, string> }).headers).sort();
    const known = ["auto-submitted", "content-language", "content-transfer-encoding", "content-type", "date", "from", "message-id", "mime-version", "reply-to", "subject", "to", "x-auto-response-suppress", "precedence"];
    expect(headers.filter((name) => !known.includes(name))).toEqual([]);
    for (const line of ["a@b.example\r\nBcc: evil@evil.example", "a\r\nBcc: evil@evil.example"]) {
      const refused = await admin.post("users.invite", { email: "zwei@demo.example", displayName: line, role: "TEAM_LEAD", facilityId: "", staffId: "", _from: "/admin/users/new" });
      expect(refused.location).toMatch(/echo(?:=|%3D)/);
    }
    expect((await mailsAt(ground.mailbox())).every(({ to }) => typeof to === "string" && !to.includes(",") && !to.includes("evil"))).toBe(true);
  });

  test("A-18: no text breaks out of a calendar entry, and it reads back word for word", () => {
    const pieces = ["\r\nATTENDEE:mailto:evil@evil.example", "\n", "\\n", ";", ",", "\\", ":", "\"", "END:VEVENT\r\nBEGIN:VEVENT", "ä", "👩‍🚀", "x".repeat(90), " ", "\t", "Ü;Ö,"];
    let state = 4711;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state % below;
    };
    const count = sized({ sample: 500, full: 10_000 });
    for (let time = 0; time < count; time += 1) {
      const text = (length: number): string => Array.from({ length }, () => pieces[random(pieces.length)]!).join("");
      const [summary, description] = [text(1 + random(4)), text(1 + random(6))];
      const file = calendarFile({ method: "REQUEST", status: "CONFIRMED", uid: "u@x.example", sequence: 1, startsAt: new Date("2026-12-03T08:00:00Z"), endsAt: new Date("2026-12-03T09:00:00Z"), summary, description }, { organiserName: "Büro", organiserAddress: "a@x.example", attendeeAddress: "b@x.example" }, new Date("2026-11-01T00:00:00Z"));
      const events = new ICAL.Component(ICAL.parse(file) as ConstructorParameters<typeof ICAL.Component>[0]).getAllSubcomponents("vevent");
      const readBack = (name: string): string => String(events[0]!.getFirstPropertyValue(name)).replace(/\r\n/g, "\n");
      const fits = events.length === 1 && events[0]!.getAllProperties("attendee").length === 1 && readBack("summary") === summary.replace(/\r\n/g, "\n") && readBack("description") === description.replace(/\r\n/g, "\n");
      if (!fits) throw new Error(`${JSON.stringify({ summary, description })} became\n${file}`);
    }
    figure("calendar entries that read back word for word", count);
  });

  test("A-18: a table for download is written by the one writer that shields formulas", () => {
    // The writer itself is proven with ten thousand cells in tests/lib/csv.test.ts.
    const writers = [...sourceFiles("app"), ...sourceFiles("lib")].filter(({ text }) => /["'`]text\/csv/.test(text));
    expect(writers.length).toBeGreaterThan(0);
    expect(writers.filter(({ imports }) => !imports.includes("@/lib/csv")).map(({ path }) => path)).toEqual([]);
  });

  test("a file in a form is refused with a sentence, because no form takes one", async () => {
    const body = ["lastName", "file"].map((name) => `--xyz\r\nContent-Disposition: form-data; name="${name}"${name === "file" ? '; filename="a.csv"\r\nContent-Type: text/csv' : ""}\r\n\r\n1\r\n`).join("");
    const answer = await ground.unchanged(() => ground.as("burgholz").send("POST", "/do/residents.add", { Origin: ground.origin(), "Content-Type": "multipart/form-data; boundary=xyz" }, `${body}--xyz--\r\n`));
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(plain.noFiles);
  });

  test("a form that comes packed is not unpacked", async () => {
    const answer = await ground.unchanged(() => ground.as("burgholz").send("POST", "/do/residents.add", { Origin: ground.origin(), "Content-Type": FORM, "Content-Encoding": "gzip" }, encoded(PERSON)));
    expect(answer.status).toBe(400);
  });
}
