/** A civil date column (midnight UTC in the driver) as YYYY-MM-DD. */
export function civil(value: Date): string {
  return value.toISOString().slice(0, 10);
}

/** The same for a column that may be empty. */
export function civilOrNull(value: Date | null): string | null {
  return value ? civil(value) : null;
}

/** A civil date YYYY-MM-DD as the driver wants it for a date column. */
export function dateColumn(value: string): Date {
  return new Date(`${value}T00:00:00.000Z`);
}

/** The same for an empty value. */
export function dateColumnOrNull(value: string | null): Date | null {
  return value ? dateColumn(value) : null;
}
