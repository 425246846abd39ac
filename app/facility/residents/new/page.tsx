import { notFound } from "next/navigation";
import { PageLayout } from "@/app/_ui/page-layout";
import { ownPath } from "@/app/_shell/current";
import { page } from "@/app/_shell/page";
import { PersonForm } from "@/app/facility/person-form";
import { typedPerson } from "@/app/facility/similar-persons";
import { ownFacility } from "@/lib/facilities/queries";
import { personPages as words } from "@/lib/messages/facility-persons";
import { similarPersons } from "@/lib/recognition/queries";

export const metadata = { title: words.add };

export default page("facility.residents.edit", async ({ actor, scope, query, path, echo, notice }) => {
  const facility = await ownFacility(scope);
  if (!facility) notFound();
  const typed = typedPerson(echo, "residents.add");
  return (
    <PageLayout title={words.add} lead={words.addLead} notice={notice} breadcrumb={[{ href: "/facility/residents", label: words.listTitle }]}>
      <PersonForm kind={facility.kind} echo={echo} from={path} back={ownPath(query.back) ?? ""} similar={typed ? await similarPersons(actor, typed) : []} />
    </PageLayout>
  );
});
