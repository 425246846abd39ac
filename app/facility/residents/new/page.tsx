import { notFound } from "next/navigation";
import { PageLayout } from "@/app/_ui/page-layout";
import { ownPath } from "@/app/_shell/current";
import { page } from "@/app/_shell/page";
import { PersonForm } from "@/app/facility/person-form";
import { ownFacility } from "@/lib/facilities/queries";
import { personPages as words } from "@/lib/messages/facility-persons";

export const metadata = { title: words.add };

export default page("facility.residents.edit", async ({ scope, query, path, echo, notice }) => {
  const facility = await ownFacility(scope);
  if (!facility) notFound();
  return (
    <PageLayout title={words.add} lead={words.addLead} notice={notice} breadcrumb={[{ href: "/facility/residents", label: words.listTitle }]}>
      <PersonForm kind={facility.kind} echo={echo} from={path} back={ownPath(query.back) ?? ""} />
    </PageLayout>
  );
});
