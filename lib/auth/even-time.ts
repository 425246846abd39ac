/** Longer than any answer of the sign-in takes on a machine that is not overloaded. */
export const EVEN_TIME_MS = 300;

/** Answers after the same time whatever the work found out, so that nobody reads from the clock whether an address is known (ASVS 6.3.8). */
export async function inEvenTime<T>(work: () => Promise<T>): Promise<T> {
  const over = new Promise((resolve) => setTimeout(resolve, EVEN_TIME_MS));
  const [result] = await Promise.all([work(), over]);
  return result;
}
