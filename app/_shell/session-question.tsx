"use client";

import { useEffect, useRef, useState } from "react";
import { WARNING_MINUTES } from "@/lib/auth/rules";
import { sessionWarning as words } from "@/lib/messages/login";

const WARNING_SECONDS = WARNING_MINUTES * 60;
/** While the question stands, the server is asked this often: another window may have answered it. */
const ASK_EVERY_MS = 15_000;

type Left = { readonly seconds: number; readonly canBeProlonged: boolean };

/** What the server says; null where it cannot be reached. */
async function askServer(): Promise<Left | null> {
  const answer = await fetch("/account/session-left", { cache: "no-store" }).catch(() => null);
  return answer?.ok ? ((await answer.json()) as Left) : null;
}

/** Whether something stands in the page's forms that was typed on it, or comes back from a refusal: that stays, whatever else goes. */
function holdsTypedText(): boolean {
  if (new URLSearchParams(window.location.search).has("echo")) return true;
  return [...document.querySelectorAll("form[method='post'] :is(input:not([type='hidden']), textarea, select)")].some(isTyped);
}

function isTyped(field: Element): boolean {
  if (field instanceof HTMLSelectElement) return [...field.options].some(({ selected, defaultSelected }) => selected !== defaultSelected);
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  return field instanceof HTMLInputElement && (field.value !== field.defaultValue || field.checked !== field.defaultChecked);
}

/** Asks in time whether the person is still there. The server decides when a session ends; this only tells. */
export function SessionQuestion({ seconds }: { readonly seconds: number }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [left, setLeft] = useState<Left | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [round, setRound] = useState({ number: 0, wait: seconds - WARNING_SECONDS });

  useEffect(() => {
    const look = async (): Promise<void> => {
      const found = await askServer();
      if (found && found.seconds > WARNING_SECONDS) {
        setLeft(null);
        setRound(({ number }) => ({ number: number + 1, wait: found.seconds - WARNING_SECONDS }));
        return;
      }
      if (found) setLeft(found);
      if (found?.seconds !== 0) setRound(({ number }) => ({ number: number + 1, wait: ASK_EVERY_MS / 1000 }));
    };
    const timer = setTimeout(() => void look(), Math.max(0, round.wait) * 1000);
    return () => clearTimeout(timer);
  }, [round]);

  const isAsking = left !== null;
  const isOver = left?.seconds === 0;
  useEffect(() => {
    // Nobody is signed in any more: the page that somebody left open gives way to the sign-in, which leads back to it (ASVS 14.3.1).
    if (isOver && !holdsTypedText()) return window.location.reload();
    if (isAsking) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isAsking, isOver]);

  const stay = async (): Promise<void> => {
    const body = new URLSearchParams({ _key: crypto.randomUUID(), _from: "/account/sessions" });
    await fetch("/do/account.stay", { method: "POST", body, redirect: "manual" }).catch(() => null);
    const found = await askServer();
    setHasFailed(found === null);
    if (!found) return;
    setLeft(found.seconds > WARNING_SECONDS ? null : found);
    setRound(({ number }) => ({ number: number + 1, wait: found.seconds - WARNING_SECONDS }));
  };
  const canStay = left !== null && left.canBeProlonged && !isOver;
  const title = isOver ? words.overTitle : canStay ? words.askTitle : words.lastTitle;
  const text = isOver ? words.overText : canStay ? words.askText : words.lastText;

  return (
    <dialog ref={dialog} className={isOver ? "bk-session-question bk-session-question--over" : "bk-session-question"} role="alertdialog" aria-labelledby="session-question-title" aria-describedby="session-question-text">
      {left ? (
        <>
          <h2 id="session-question-title">{title}</h2>
          <p id="session-question-text">{text}</p>
          <p role="status">{isOver ? null : words.left(Math.ceil(left.seconds / 60))}</p>
          {hasFailed ? <p role="alert">{words.failed}</p> : null}
          <button className="kern-btn kern-btn--primary" type="button" onClick={canStay ? () => void stay() : () => dialog.current?.close()}>
            <span className="kern-label">{canStay ? words.stay : words.understood}</span>
          </button>
        </>
      ) : null}
    </dialog>
  );
}
