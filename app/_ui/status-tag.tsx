import type { ReactNode } from "react";
import { common } from "@/lib/messages/common";
import type { VisitState } from "@/lib/visits/types";
import { classes } from "./classes";

/** Draft dashed, announced outlined, confirmed filled, underway striped, cancelled struck through; done is quiet. */
export type VisitShape = "draft" | "announced" | "confirmed" | "underway" | "done" | "cancelled";

const SHAPES: Readonly<Record<VisitState, VisitShape>> = {
  TO_PLAN: "draft",
  PLANNED: "draft",
  ANNOUNCED: "announced",
  CONFIRMED: "confirmed",
  UNDERWAY: "underway",
  DONE: "done",
  CANCELLED: "cancelled",
};

/** The shape of a visit's state: the same on board, lists, mails and paper. */
export const shapeOf = (state: VisitState): VisitShape => SHAPES[state];

export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

type StatusTagProps =
  | { readonly state: VisitState; readonly label?: ReactNode; readonly size?: "default" | "small" }
  | { readonly tone: Tone; readonly label: ReactNode; readonly size?: "default" | "small" };

/** A state as word, shape and colour together. */
export function StatusTag(props: StatusTagProps) {
  const { size = "default" } = props;
  const kind = "state" in props ? `bk-tag--${shapeOf(props.state)}` : `bk-tag--${props.tone}`;
  const label = props.label ?? ("state" in props ? common.visitState[props.state] : null);
  return (
    <span className={classes("bk-tag", kind, size === "small" && "bk-tag--small")}>
      <span className="bk-tag__label">{label}</span>
    </span>
  );
}
