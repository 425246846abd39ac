import { Verdict, type VerdictTone } from "@/app/_ui/verdict";
import type { Verdict as LawVerdict, VerdictCode } from "@/lib/law/verdicts";
import { verdictText } from "@/lib/messages/law";

/** Good news; the other sentences that only inform stay neutral. */
const GOOD: readonly VerdictCode[] = [
  "competence.dortmund",
  "competence.staying",
  "competence.registeredByPrison",
  "competence.unregisteredInPrison",
  "duty.fulfilledByIdCard",
  "duty.fulfilledByPassport",
  "release.cardInTime",
  "representation.appliesAlone",
];

function toneOf({ code, weight }: LawVerdict): VerdictTone {
  if (weight === "blocks") return "stop";
  if (weight === "warns") return "warning";
  return GOOD.includes(code) ? "ok" : "info";
}

/** What the law says, each sentence with its source. Renders nothing where it says nothing. */
export function Verdicts({ verdicts }: { readonly verdicts: readonly LawVerdict[] }) {
  if (verdicts.length === 0) return null;
  return (
    <>
      {verdicts.map((one) => (
        <Verdict key={one.code} tone={toneOf(one)} text={verdictText(one)} source={one.source} />
      ))}
    </>
  );
}

/** The verdicts of some families, to stand beside the field that decides them: "competence" for every `competence.…`. */
export function verdictsOf(verdicts: readonly LawVerdict[], ...families: readonly string[]): readonly LawVerdict[] {
  return verdicts.filter(({ code }) => families.includes(code.split(".")[0]!));
}
