import { scopeOf } from "@/lib/auth/scope";
import { databaseNow, inScope } from "@/lib/db/in-scope";
import { personAs } from "../builders/accounts";
import { useDatabase } from "./database";

const database = useDatabase();

test("the portal's pool and the test's client see the same database", async () => {
  await database.prisma().vehicle.create({ data: { label: "Wagen 1", plate: "DO-BK 1" } });
  const labels = await inScope(scopeOf(personAs("TEAM_LEAD")), async (tx) => {
    expect(await databaseNow(tx)).toBeInstanceOf(Date);
    return tx.vehicle.findMany({ select: { label: true } });
  });
  expect(labels).toEqual([{ label: "Wagen 1" }]);
});
