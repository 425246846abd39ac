/**
 * A page cannot set the status of its answer, and the framework's own "not found" is an empty page until its script runs. So a page that has nothing to show
 * renders its sentence as usual and leaves its status here, under the name that the front door gave the request.
 */
const holder = globalThis as { portalStatuses?: Map<string, number> };
holder.portalStatuses ??= new Map();
const statuses = holder.portalStatuses;

/** The page of this request answers with another status than 200. */
export function answerWith(requestName: string, status: 404 | 503): void {
  statuses.set(requestName, status);
}

/** The status that a page left, once. */
export function takeStatus(requestName: string): number | undefined {
  const status = statuses.get(requestName);
  statuses.delete(requestName);
  return status;
}
