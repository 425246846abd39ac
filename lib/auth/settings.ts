import { z } from "zod";
import { settings as words } from "@/lib/messages/settings";

/** The settings around the sign-in, as text from the environment. */
export const SIGN_IN_VARIABLES = {
  SESSION_IDLE_MINUTES: z.string().optional(),
  SESSION_HOURS: z.string().optional(),
};

type Source = { readonly [K in keyof typeof SIGN_IN_VARIABLES]?: string | undefined };

export type SignInSettings = {
  /** A session ends this many minutes after the last request. */
  readonly idleMinutes: number;
  /** A session ends this many hours after the sign-in, whatever happens in it. */
  readonly sessionHours: number;
};

/** The most that a city may choose (BSI CON.10.A3, ASVS 7.3.1 and 7.3.2); a city may choose less. */
export const LONGEST_IDLE_MINUTES = 30;
export const LONGEST_SESSION_HOURS = 10;
/** Less would end the session before the warning can be read and answered (WCAG 2.2.1). */
const SHORTEST_IDLE_MINUTES = 10;

/** Reads the settings around the sign-in; `fault` ends the start with one sentence for the operator. */
export function readSignInSettings(source: Source, fault: (sentence: string) => never): SignInSettings {
  const number = (name: keyof Source, minimum: number, maximum: number, fallback: number): number => {
    const text = source[name]?.trim();
    if (!text) return fallback;
    const value = Number(text);
    return /^\d{1,6}$/.test(text) && value >= minimum && value <= maximum ? value : fault(words.numberBetween(name, minimum, maximum));
  };
  return {
    idleMinutes: number("SESSION_IDLE_MINUTES", SHORTEST_IDLE_MINUTES, LONGEST_IDLE_MINUTES, LONGEST_IDLE_MINUTES),
    sessionHours: number("SESSION_HOURS", 1, LONGEST_SESSION_HOURS, LONGEST_SESSION_HOURS),
  };
}
