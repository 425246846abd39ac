import { action } from "@/app/_shell/action";
import { moveRelease } from "@/lib/releases/commands";
import { moveReleaseSchema } from "@/lib/releases/schema";

/** The form about a release: what it changes stands on the page that it leads to. */
export const releaseActions = {
  "releases.move": action({
    permission: "facility.releases.edit",
    schema: moveReleaseSchema,
    run: moveRelease,
    then: ({ id, forecastId }) => ({ to: `/facility/residents/${id}/release?changed=${forecastId}`, notice: "releaseMoved" }),
    fieldOf: { "resident.releaseInThePast": "releaseOn", "resident.releaseBeforeCustody": "releaseOn", "release.unchanged": "releaseOn" },
  }),
} as const;
