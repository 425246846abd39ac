import { attachment, endpoint } from "@/app/_shell/endpoint";
import { disclosureOfResident } from "@/lib/disclosures/queries";
import { disclosureFile } from "@/lib/messages/disclosure";

export const dynamic = "force-dynamic";

/** The same document for a program. Its name says nothing about whom it is about. */
export const GET = endpoint(
  "office.persons.disclose",
  async ({ actor, params }) => {
    const disclosure = await disclosureOfResident(actor, params.id);
    return disclosure && attachment(disclosureFile(disclosure), "application/json", "auskunft.json");
  },
  { freshFrom: () => "/office/persons" },
);
