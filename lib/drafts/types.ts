import type { VerdictCode } from "@/lib/law/verdicts";

/** The steps of a draft in the order in which they are asked; each can be left and taken up again. */
export const draftSteps = ["PEOPLE", "LAW", "DATES", "HOUSE", "CHECK"] as const;
export type DraftStep = (typeof draftSteps)[number];

/**
 * What a draft still lacks. NOBODY: no person in it. NEEDS: why or until when somebody needs the document. DUPLICATE: somebody already waits for the same. BLOCKED: the
 * law forbids it as it stands. FACTS: an answer about a person is missing. DATES: a wish can no longer be. HOUSE: nobody has said where in the house.
 */
export const draftGapKinds = ["NOBODY", "NEEDS", "DUPLICATE", "BLOCKED", "FACTS", "DATES", "HOUSE"] as const;
export type DraftGapKind = (typeof draftGapKinds)[number];
/** `count`: how many persons, wishes or answers it is about. */
export type DraftGap = { readonly kind: DraftGapKind; readonly count: number };

/** The step in which a gap is closed. */
export const stepOfGap = { NOBODY: "PEOPLE", NEEDS: "PEOPLE", DUPLICATE: "PEOPLE", BLOCKED: "LAW", FACTS: "LAW", DATES: "DATES", HOUSE: "HOUSE" } as const satisfies Record<DraftGapKind, DraftStep>;

/** Verdicts that what the request says about a person settles, not what the roster says. */
export const needVerdicts = ["replacement.interestMissing", "provisional.needNotStated"] as const satisfies readonly VerdictCode[];

/** So many days are offered to be ticked, the first of them a week ahead: nobody plans a visit for tomorrow. */
export const SUGGESTED_DAYS = 6;
export const SUGGESTED_FROM_DAYS = 7;

/** Which button of a form was pressed: on to the next step, stay (with a search, where a name was typed), or stay and show further people of the roster. */
export const draftButtons = ["NEXT", "STAY", "MORE"] as const;
export type DraftButton = (typeof draftButtons)[number];
