import { action } from "@/app/_shell/action";
import { findSubject } from "@/lib/subjects/commands";
import { findSubjectSchema } from "@/lib/subjects/schema";

/** The forms for the rights of the persons concerned (Art. 15 to 18 GDPR). */
export const subjectActions = {
  "subjects.find": action({
    permission: "office.persons.view",
    schema: findSubjectSchema,
    run: findSubject,
    then: ({ ids }) => ({ to: ids.length === 1 ? `/office/persons/${ids[0]}` : `/office/persons?found=${ids.join(".")}` }),
    fieldOf: { "subject.unknown": "lastName" },
  }),
} as const;
