import { everyAction, FORMS, rowsFor } from "../../journeys/hostile-forms";
import { accountsThatMay, homeOf, ownerOf, type Account } from "../../journeys/people";
import type { Fields } from "../../journeys/visitor";
import { isFull } from "../size";
import type { Ground } from "./ground";

/** A form with what a sender of the right role would send, and the account of one who may. */
export type FormToAttack = { readonly name: string; readonly account: Account; readonly fields: Fields; readonly rowField: string | null };

/** Every form that asks for a permission; the sample takes one of three. */
export async function formsToAttack(ground: Ground): Promise<readonly FormToAttack[]> {
  const all: FormToAttack[] = [];
  for (const { name, permission } of everyAction()) {
    if (permission === null) continue;
    const account = accountsThatMay(permission)[0]!;
    const { fields, row, rowField = "id", isVersioned } = FORMS[name]!;
    const own = row ? (await rowsFor(ground.prisma(), row, await ownerOf(ground.prisma(), account))).own : null;
    all.push({ name, account, rowField: row ? rowField : null, fields: { ...fields, ...(own ? { [rowField]: own } : {}), ...(isVersioned ? { version: "1" } : {}), _from: homeOf(account) } });
  }
  return isFull ? all : all.filter((_, index) => index % 3 === 0);
}
