/** What the person is asked this long before the session ends, so that the question can be answered (WCAG 2.2.1 asks for at least 20 seconds). */
export const WARNING_MINUTES = 5;

type Times = { readonly lastSeenAt: Date; readonly expiresAt: Date };

/** A session ends after so many minutes without a request, and at its last moment whatever happens in it. */
export function sessionEnd({ lastSeenAt, expiresAt }: Times, idleMinutes: number): { readonly endsAt: Date; readonly canBeProlonged: boolean } {
  const idleEndsAt = new Date(lastSeenAt.getTime() + idleMinutes * 60_000);
  return idleEndsAt < expiresAt ? { endsAt: idleEndsAt, canBeProlonged: true } : { endsAt: expiresAt, canBeProlonged: false };
}
