import { attachment, endpoint } from "@/app/_shell/endpoint";
import { disclosureOfAccount } from "@/lib/disclosures/queries";
import { disclosureFile } from "@/lib/messages/disclosure";

export const dynamic = "force-dynamic";

/** The same document for a program. */
export const GET = endpoint("account.data.view", async ({ actor }) => attachment(disclosureFile(await disclosureOfAccount(actor)), "application/json", "meine-daten.json"), { freshFrom: () => "/account" });
