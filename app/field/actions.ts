import { action } from "@/app/_shell/action";
import { recordOutcome } from "@/lib/appointments/commands";
import { recordOutcomeSchema } from "@/lib/appointments/schema";
import { correctOutcome } from "@/lib/corrections/commands";
import { correctOutcomeSchema } from "@/lib/corrections/schema";
import { finishTour, startTour } from "@/lib/tours/commands";
import { finishTourSchema, startTourSchema } from "@/lib/tours/schema";

/** The crew's forms. */
export const fieldActions = {
  "field.start": action({
    permission: "field.tours.drive",
    schema: startTourSchema,
    run: startTour,
    then: ({ id }) => ({ to: `/field/tours/${id}`, notice: "tourStarted" }),
  }),
  "field.finish": action({
    permission: "field.tours.drive",
    schema: finishTourSchema,
    run: finishTour,
    then: ({ id }) => ({ to: `/field/tours/${id}`, notice: "tourFinished" }),
  }),
  "field.record": action({
    permission: "field.outcomes.record",
    schema: recordOutcomeSchema,
    run: recordOutcome,
    then: ({ visitId, isBackToPlanning }) => ({ to: `/field/visits/${visitId}`, notice: isBackToPlanning ? "outcomeBackToPlanning" : "outcomeRecorded" }),
    fieldOf: { "case.notPossibleNeedsReason": "reason" },
  }),
  "field.correct": action({
    permission: "field.outcomes.correct",
    schema: correctOutcomeSchema,
    run: correctOutcome,
    then: ({ visitId, isBackToPlanning }) => ({ to: `/field/visits/${visitId}`, notice: isBackToPlanning ? "outcomeCorrectedToPlanning" : "outcomeCorrected" }),
    fieldOf: { "correction.nothingChanged": "result", "case.outcomeDoesNotFit": "result" },
  }),
} as const;
