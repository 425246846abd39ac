import { z } from "zod";
import { choice, id, optionalDate, version } from "@/lib/forms/fields";
import { forecastKinds } from "@/lib/releases/types";

/** An empty day says that the release is no longer known. */
export const moveReleaseSchema = z.strictObject({ id: id(), version: version(), releaseOn: optionalDate(), kind: choice(forecastKinds) });
export type MoveReleaseInput = z.output<typeof moveReleaseSchema>;
