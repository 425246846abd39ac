import { z } from "zod";
import { PROVIDER_VARIABLES, readProviderSettings, type ProviderSettings } from "@/lib/auth/provider-settings";
import { readProxies, type TrustedProxies } from "@/lib/front-door/network";
import { settings as words } from "@/lib/messages/settings";

/** The settings around the sign-in, as text from the environment. */
export const SIGN_IN_VARIABLES = {
  SESSION_IDLE_MINUTES: z.string().optional(),
  SESSION_HOURS: z.string().optional(),
  RATE_LIMIT_FACTOR: z.string().optional(),
  TRUSTED_PROXIES: z.string().optional(),
  ...PROVIDER_VARIABLES,
};

type Source = { readonly [K in keyof typeof SIGN_IN_VARIABLES]?: string | undefined };

export type SignInSettings = {
  /** A session ends this many minutes after the last request. */
  readonly idleMinutes: number;
  /** A session ends this many hours after the sign-in, whatever happens in it. */
  readonly sessionHours: number;
  /** By how much the limits per network and per minute are raised; those that protect a single account stay. */
  readonly rateFactor: number;
  /** From where X-Forwarded-For is read at all; whoever else connects is taken for itself, whatever it writes there. */
  readonly trustedProxies: TrustedProxies;
  /** The city's own sign-in, or null. */
  readonly provider: ProviderSettings | null;
};

/** The most that a city may choose (BSI CON.10.A3, ASVS 7.3.1 and 7.3.2); a city may choose less. */
export const LONGEST_IDLE_MINUTES = 30;
export const LONGEST_SESSION_HOURS = 10;
/** Less would end the session before the warning can be read and answered (WCAG 2.2.1). */
const SHORTEST_IDLE_MINUTES = 10;

/** Where a proxy in front usually stands: this machine, or a network that nobody reaches from outside. */
const PRIVATE_NETWORKS = "127.0.0.0/8, ::1, 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, fc00::/7";

/** A city with one address for thousands of people may need some; a test may need any. */
const HIGHEST_RATE_FACTOR = { production: 20, demo: 100_000 } as const;

/** Reads the settings around the sign-in; `fault` ends the start with one sentence for the operator. */
export function readSignInSettings(source: Source, mode: "demo" | "production", fault: (sentence: string) => never): SignInSettings {
  const number = (name: "SESSION_IDLE_MINUTES" | "SESSION_HOURS" | "RATE_LIMIT_FACTOR", minimum: number, maximum: number, fallback: number): number => {
    const text = source[name]?.trim();
    if (!text) return fallback;
    const value = Number(text);
    return /^\d{1,6}$/.test(text) && value >= minimum && value <= maximum ? value : fault(words.numberBetween(name, minimum, maximum));
  };
  const trustedProxies = readProxies(source.TRUSTED_PROXIES?.trim() || PRIVATE_NETWORKS) ?? fault(words.trustedProxies);
  return {
    idleMinutes: number("SESSION_IDLE_MINUTES", SHORTEST_IDLE_MINUTES, LONGEST_IDLE_MINUTES, LONGEST_IDLE_MINUTES),
    sessionHours: number("SESSION_HOURS", 1, LONGEST_SESSION_HOURS, LONGEST_SESSION_HOURS),
    rateFactor: number("RATE_LIMIT_FACTOR", 1, HIGHEST_RATE_FACTOR[mode], 1),
    trustedProxies,
    provider: readProviderSettings(source, mode, fault),
  };
}
