import type { Destination } from "@/app/_shell/action";
import { withQuery } from "@/app/_shell/current";
import { scopeOf } from "@/lib/auth/scope";
import type { Person } from "@/lib/auth/types";
import type { DraftButton, DraftStep } from "@/lib/drafts/types";
import type { NoticeCode } from "@/lib/messages/notices";
import { residentsNamed } from "@/lib/residents/queries";

type Drafted = { readonly id: string | null; readonly next: DraftStep | null };
type Pressed = { readonly press: DraftButton; readonly name: string; readonly page: number };

/** Where the next thing of a draft is asked; a request that the office asks about is answered on its own page. */
export function placeOfStep(id: string, step: DraftStep | null): string {
  const page = `/facility/requests/${id}`;
  switch (step) {
    case "PEOPLE": return `${page}/people`;
    case "DATES": return `${page}/dates`;
    case "HOUSE": return `/facility/site?${new URLSearchParams({ back: `${page}/check` })}`;
    case "CHECK": return `${page}/check`;
    case "LAW":
    case null: return page;
  }
}

/** On to the next step; or back among the people, with those who were searched for or the next page of the roster. No name stands in an address. */
export async function afterPicking({ id, next }: Drafted, { press, name, page }: Pressed, by: Person, notices: { readonly next: NoticeCode; readonly stay: NoticeCode }): Promise<Destination> {
  const among = id === null ? "/facility/requests/new" : `/facility/requests/${id}/people`;
  const notice = id === null ? {} : { notice: press === "NEXT" ? notices.next : notices.stay };
  if (press === "MORE") return { to: withQuery(among, { page: String(page + 1) }), ...notice };
  if (press === "STAY" && name !== "") return { to: withQuery(among, { found: (await residentsNamed(scopeOf(by), name)).join(".") }), ...notice };
  return { to: press === "STAY" || id === null ? among : placeOfStep(id, next), ...notice };
}
