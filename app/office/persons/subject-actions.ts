import { action } from "@/app/_shell/action";
import { announceLift, correctSubject, findSubject, liftRestriction, restrictSubject } from "@/lib/subjects/commands";
import { announceLiftSchema, correctSubjectSchema, findSubjectSchema, liftRestrictionSchema, restrictSubjectSchema } from "@/lib/subjects/schema";

const personPage = (id: string): string => `/office/persons/${id}`;

/** The forms for the rights of the persons concerned (Art. 15 to 18 GDPR). */
export const subjectActions = {
  "subjects.find": action({
    permission: "office.persons.view",
    schema: findSubjectSchema,
    run: findSubject,
    then: ({ ids }) => ({ to: ids.length === 1 ? personPage(ids[0]!) : `/office/persons?found=${ids.join(".")}` }),
    fieldOf: { "subject.unknown": "lastName" },
  }),
  "subjects.correct": action({
    permission: "office.persons.correct",
    fresh: true,
    schema: correctSubjectSchema,
    run: correctSubject,
    then: ({ id }) => ({ to: personPage(id), notice: "subjectCorrected" }),
    fieldOf: { "resident.bornInTheFuture": "bornOn", "resident.bornTooLongAgo": "bornOn" },
  }),
  "subjects.restrict": action({
    permission: "office.persons.restrict",
    fresh: true,
    schema: restrictSubjectSchema,
    run: restrictSubject,
    then: ({ id }) => ({ to: personPage(id), notice: "subjectRestricted" }),
  }),
  "subjects.announceLift": action({
    permission: "office.persons.restrict",
    schema: announceLiftSchema,
    run: announceLift,
    then: ({ id }) => ({ to: personPage(id), notice: "liftAnnounced" }),
  }),
  "subjects.lift": action({
    permission: "office.persons.restrict",
    fresh: true,
    schema: liftRestrictionSchema,
    run: liftRestriction,
    then: ({ id }) => ({ to: personPage(id), notice: "restrictionLifted" }),
  }),
} as const;
