import { common } from "@/lib/messages/common";
import { Bar } from "./bar";
import { classes } from "./classes";

/** "noch 12 Tage", "heute", "seit 3 Tagen überfällig". */
export function deadlineText(daysLeft: number): string {
  if (daysLeft < 0) return common.deadline.overdue(-daysLeft);
  return daysLeft === 0 ? common.deadline.today : common.deadline.left(daysLeft);
}

type DeadlineProps = {
  readonly daysLeft: number;
  /** The days that the thin bar stands for; the bar shrinks as time runs out. */
  readonly outOf?: number;
  /** From this many days on it is urgent. */
  readonly urgentFrom?: number;
  readonly hideBar?: boolean;
};

/** Days left as words and a thin bar. */
export function Deadline({ daysLeft, outOf = 28, urgentFrom = 3, hideBar = false }: DeadlineProps) {
  const tone = daysLeft < 0 ? "danger" : daysLeft <= urgentFrom ? "warning" : "neutral";
  return (
    <span className={classes("bk-deadline", `bk-deadline--${tone}`)}>
      <span className="bk-deadline__text">{deadlineText(daysLeft)}</span>
      {hideBar ? null : <Bar share={daysLeft < 0 ? 1 : daysLeft / outOf} tone={tone} />}
    </span>
  );
}
