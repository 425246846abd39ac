/** By which way a photo may reach the application. */
import type { Service } from "@/lib/cases/types";
import { appliesForDocument } from "@/lib/law/eligibility";
import type { PhotoBy } from "@/lib/law/fees";
import { verdict, type Verdict } from "@/lib/law/verdicts";

/**
 * R39, R40: the ways by which a photo may come: digital ones only, from paper none (§ 9 (3) S. 3 PAuswG); and without a certified camera in the kit the
 * authority takes none (§ 6a (2) PAuswV). A kit that is not known yet counts as complete.
 */
export function photoWaysWith(kit: { readonly hasCertifiedCamera?: boolean }): readonly PhotoBy[] {
  return kit.hasCertifiedCamera === false ? ["PROVIDER"] : ["AUTHORITY", "PROVIDER"];
}

type PhotoContext = { readonly photoBy: PhotoBy; readonly hasCertifiedCamera?: boolean };

/** R40: that the kit which comes cannot take the photo that is planned. */
export function photoVerdicts(context: PhotoContext, requested: readonly Service[]): readonly Verdict[] {
  return appliesForDocument(requested) && !photoWaysWith(context).includes(context.photoBy) ? [verdict("photo.cameraMissing")] : [];
}
