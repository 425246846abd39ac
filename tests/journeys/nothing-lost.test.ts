import { everyAction, FORMS } from "./hostile-forms";
import { formsOn, typedInto, valuesIn, type FoundForm } from "./found-forms";
import { addressesOf, builtPages } from "./pages";
import { accountsThatMay, ownerOf, type Account } from "./people";
import { usePortal } from "./portal";
import { aVisitor, signedInVisitor, type Visitor } from "./visitor";

const portal = usePortal();
const origin = (): string => portal.origins()[0]!;

type Place = { readonly account: Account; readonly address: string; readonly form: FoundForm };

/** Where each form of signed-in people stands in the demo city, found on its pages. */
const places = new Map<string, Place>();

/** Forms without anything to type: only a button, so that there is nothing to lose. Their hidden values come from the page itself. */
const isOnlyButton = ({ fields }: FoundForm): boolean => fields.every(({ isTyped }) => !isTyped);

beforeAll(async () => {
  for (const { route, permission } of builtPages()) {
    if (permission === null) continue;
    for (const account of accountsThatMay(permission)) {
      const visitor = await signedInVisitor(origin(), account);
      for (const address of await addressesOf(route, portal.prisma(), await ownerOf(portal.prisma(), account))) {
        const { text, status } = await visitor.get(address);
        if (status !== 200) continue;
        for (const form of formsOn(text)) if (!places.has(form.action)) places.set(form.action, { account, address, form });
      }
    }
  }
}, 300_000);

const signedInActions = everyAction().filter(({ permission }) => permission !== null);

test("the forms of signed-in people are found on their pages", () => {
  const missing = signedInActions.map(({ name }) => name).filter((name) => !places.has(name));
  // A form that the demo city's pages do not show must be one in which nothing is typed: a button with a hidden row. The others come and go with the day:
  // they stand only while a question is open, a tour is under way, a factor is being set up, a row is due for deletion, the end of a restriction is announced, a finding was left as it is, a place in a visit became free, or a house has nobody who leads it.
  const OF_THE_DAY = ["requests.answer", "field.record", "factors.confirmTotp", "factors.addPasskey", "factors.rename", "holds.set", "subjects.lift", "review.show", "visits.fill", "users.makeLead"];
  const typedIn = (name: string): readonly string[] => Object.keys(FORMS[name]!.fields).filter((field) => field !== "surprise");
  expect(missing.filter((name) => typedIn(name).length > 0 && !OF_THE_DAY.includes(name))).toEqual([]);
  expect(Object.keys(FORMS)).toEqual(expect.arrayContaining(signedInActions.map(({ name }) => name)));
  expect([...places.values()].filter(({ form }) => !isOnlyButton(form)).length).toBeGreaterThan(10);
});

/** Ends the session as its time would. */
async function endSessions(account: Account): Promise<void> {
  const now = await portal.now();
  await portal.prisma().session.updateMany({ where: { user: { email: `${account}@demo.example` }, endedAt: null }, data: { lastSeenAt: new Date(now.getTime() - 31 * 60_000) } });
}

/** Sends the form after the session has ended; answers where the sign-in leads afterwards. */
async function sendLate(visitor: Visitor, { account, address, form }: Place, typed: ReturnType<typeof typedInto>): Promise<string> {
  await endSessions(account);
  const answer = await visitor.post(form.action, { ...typed, _from: address, ...(form.instance ? { _form: form.instance } : {}) });
  expect({ status: answer.status, place: answer.location.split("?")[0] }).toEqual({ status: 303, place: "/login" });
  return new URL(answer.location, origin()).searchParams.get("next")!;
}

describe("a form that arrives after its session has ended", () => {
  test.each(signedInActions)("$name: what was typed stands in it again after signing in, byte for byte, and nothing was done", async ({ name }) => {
    const place = places.get(name);
    if (!place || isOnlyButton(place.form)) return;
    const visitor = await signedInVisitor(origin(), place.account);
    const typed = typedInto(place.form);
    const next = await sendLate(visitor, place, typed);
    expect((await visitor.post("login.demo", { email: `${place.account}@demo.example`, next })).location).toBe(next);
    const page = await visitor.get(next);
    expect(page.status).toBe(200);
    const again = formsOn(page.text).find(({ action, instance }) => action === name && instance === place.form.instance);
    expect(again && valuesIn(again)).toEqual(valuesIn(place.form, typed));
  });

  const residents = (): Place => places.get("residents.add")!;
  const SECRET = "Nur für mich – „Größe“";

  test("waits for the same person alone: another one in the same browser finds an empty form", async () => {
    const visitor = await signedInVisitor(origin(), "burgholz");
    const next = await sendLate(visitor, residents(), { ...typedInto(residents().form), lastName: SECRET });
    const other = visitor.twin();
    await other.post("login.demo", { email: "linde@demo.example", next });
    const seen = await other.get(next);
    expect(seen.status).toBe(200);
    expect(seen.text).not.toContain("Nur für mich");
    expect((await aVisitor(origin()).get(`/login?next=${encodeURIComponent(next)}`)).text).not.toContain("Nur für mich");
    await visitor.post("login.demo", { email: "burgholz@demo.example", next });
    expect((await visitor.get(next)).text).toContain(SECRET);
  });

  test("waits in the same browser alone, and is sealed in the database", async () => {
    const visitor = await signedInVisitor(origin(), "burgholz");
    const next = await sendLate(visitor, residents(), { ...typedInto(residents().form), lastName: SECRET });
    const elsewhere = await signedInVisitor(origin(), "burgholz");
    expect((await elsewhere.get(next)).text).not.toContain("Nur für mich");
    const row = await portal.prisma().formEcho.findUniqueOrThrow({ where: { id: new URL(next, origin()).searchParams.get("echo")! } });
    expect(JSON.stringify(row)).not.toContain("Nur");
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBeLessThanOrEqual(60 * 60_000);
  });

  test("of a browser in which nobody was signed in is not kept", async () => {
    const before = await portal.prisma().formEcho.count();
    const { location } = await aVisitor(origin()).post("residents.add", { ...typedInto(residents().form), _from: "/facility/residents/new" });
    expect(location).toBe("/login?next=%2Ffacility%2Fresidents%2Fnew&notice=signInFirst");
    expect(await portal.prisma().formEcho.count()).toBe(before);
  });
});
