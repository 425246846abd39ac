import { SessionQuestion } from "@/app/_shell/session-question";
import { Form } from "@/app/_shell/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { LivingSession } from "@/lib/auth/sessions";
import { formatTime } from "@/lib/messages/format";
import { sessionWarning as words } from "@/lib/messages/login";

/**
 * Until when the session lasts: with script a question before its end, without script a note on the page. The note's button opens a window of its own, so that what
 * stands in the page's forms stays.
 */
export function SessionWarning({ session: { now, endsAt, canBeProlonged }, from }: { readonly session: LivingSession; readonly from: string }) {
  const time = formatTime(endsAt);
  return (
    <>
      <SessionQuestion seconds={Math.max(0, Math.floor((endsAt.getTime() - now.getTime()) / 1000))} />
      <noscript>
        <div className="bk-container bk-session-note">
          <p>{canBeProlonged ? words.note(time) : words.lastNote(time)}</p>
          {canBeProlonged ? (
            <Form action="account.stay" from={from} className="bk-inline-form" opensWindow>
              <SubmitButton size="small" variant="secondary" context={words.stayInWindow}>{words.stay}</SubmitButton>
            </Form>
          ) : null}
        </div>
      </noscript>
    </>
  );
}
