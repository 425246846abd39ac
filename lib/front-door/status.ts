/**
 * A page cannot set the status or a header of its answer, and the framework's own "not found" is an empty page until its script runs. So a page that has nothing to
 * show renders its sentence as usual and leaves here, under the name that the front door gave the request, how the answer differs.
 */
export type Left = {
  readonly status?: 404 | 503;
  /** The session of this browser has ended: what it kept of pages goes. */
  readonly isSessionOver?: true;
};
const holder = globalThis as { portalAnswers?: Map<string, Left> };
holder.portalAnswers ??= new Map();
const answers = holder.portalAnswers;

/** The answer to this request differs by this. */
export function leaveForAnswer(requestName: string, left: Left): void {
  answers.set(requestName, { ...answers.get(requestName), ...left });
}

/** What a page left, once. */
export function takeLeft(requestName: string): Left {
  const left = answers.get(requestName);
  answers.delete(requestName);
  return left ?? {};
}
