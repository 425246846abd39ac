import { dropEcho, readEcho, saveEcho } from "@/lib/forms/echo";
import { signedIn } from "../builders/store";
import { useDatabase } from "./database";

const database = useDatabase();

test("what was typed is read by its own person until it is forgotten, and by nobody else", async () => {
  const { person } = await signedIn(database.prisma(), "TEAM_LEAD");
  const echo = { action: "test.form", values: { note: "Zyxwvut" }, errors: {}, refusal: null } as unknown as Parameters<typeof saveEcho>[0];
  const id = await saveEcho(echo, person.userId, "browser");
  expect(await readEcho(id, person.userId, "browser")).toEqual(echo);
  expect(await readEcho(id, null, "browser")).toBeNull();
  await dropEcho(id, person.userId);
  expect(await readEcho(id, person.userId, "browser")).toBeNull();
  expect(await database.prisma().formEcho.count()).toBe(0);
});
