import type { ReactNode } from "react";
import { common } from "@/lib/messages/common";
import { Deadline } from "./deadline";
import { EmptyState } from "./empty-state";
import { whole } from "./whole";

type TaskLineProps = {
  readonly href: string;
  /** What to do, as a verb: "Termin bestätigen". */
  readonly verb: ReactNode;
  /** What it is about: "Do, 3. Dezember 2026, Haus Lindenblick". */
  readonly what: ReactNode;
  readonly daysLeft?: number | null;
  readonly tag?: ReactNode;
};

/** One line of "Was ist jetzt zu tun?". */
export function TaskLine({ href, verb, what, daysLeft, tag }: TaskLineProps) {
  return (
    <li className="bk-task">
      <div className="bk-task__text">
        <a className="bk-task__verb" href={href}>
          {whole(verb)}
        </a>
        <p className="bk-task__what">{whole(what)}</p>
      </div>
      {tag || daysLeft != null ? (
        <div className="bk-task__state">
          {tag}
          {daysLeft != null ? <Deadline daysLeft={daysLeft} hideBar /> : null}
        </div>
      ) : null}
    </li>
  );
}

/** The answer that every role lands on: a short list by deadline, or a calm sentence that nothing is due. */
export function TaskLines({ title = common.tasks.title, emptyText = common.tasks.none, isEmpty, children }: { readonly title?: ReactNode; readonly emptyText?: ReactNode; readonly isEmpty: boolean; readonly children?: ReactNode }) {
  return (
    <section className="bk-section bk-tasks">
      <h2>{title}</h2>
      {isEmpty ? <EmptyState text={emptyText} /> : <ol className="bk-tasks__list">{children}</ol>}
    </section>
  );
}
