import type { ReactNode } from "react";
import { common } from "@/lib/messages/common";
import { StatusTag, type Tone } from "./status-tag";

export type StepState = keyof typeof common.stepState;

export type Step = {
  readonly label: ReactNode;
  /** Absent: the step cannot be opened yet. */
  readonly href?: string;
  readonly hint?: ReactNode;
  readonly state: StepState;
  readonly stateLabel?: string;
};

const TONES: Readonly<Record<StepState, Tone>> = { open: "neutral", started: "info", done: "success", problem: "danger", locked: "neutral" };

/** The steps of a longer form (KERN task list), each with its state in a word. */
export function TaskList({ steps, label }: { readonly steps: readonly Step[]; readonly label: string }) {
  return (
    <ol className="kern-task-list__list bk-steps" aria-label={label}>
      {steps.map(({ label: words, href, hint, state, stateLabel }, index) => (
        <li className="kern-task-list__item" key={index}>
          <div className="kern-task-list__title">
            <span className="kern-number" aria-hidden="true">{index + 1}</span>
            <span className="bk-steps__text">
              {href ? <a className="kern-link kern-link--stretched" href={href}>{words}</a> : <span className="kern-body">{words}</span>}
              {hint ? <span className="bk-steps__hint">{hint}</span> : null}
            </span>
          </div>
          <div className="kern-task-list__status">
            {state === "locked" ? (
              <span className="bk-steps__locked">{stateLabel ?? common.stepState.locked}</span>
            ) : (
              <StatusTag tone={TONES[state]} label={stateLabel ?? common.stepState[state]} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
