export const BROWSERS = ["FIREFOX", "EDGE", "CHROME", "SAFARI", "OTHER"] as const;
export const SYSTEMS = ["WINDOWS", "IOS", "ANDROID", "MACOS", "LINUX", "OTHER"] as const;
export type Device = { readonly browser: (typeof BROWSERS)[number]; readonly system: (typeof SYSTEMS)[number] };

/** The first that fits counts: Edge calls itself Chrome too, and every browser calls itself Safari. */
const BROWSER_MARKS: readonly (readonly [Device["browser"], RegExp])[] = [
  ["FIREFOX", /Firefox\/|FxiOS\//],
  ["EDGE", /Edg(e|A|iOS)?\//],
  ["CHROME", /Chrome\/|Chromium\/|CriOS\//],
  ["SAFARI", /Version\/[\d.]{1,20} (?:Mobile\/\w{1,20} )?Safari\//],
];
const SYSTEM_MARKS: readonly (readonly [Device["system"], RegExp])[] = [
  ["WINDOWS", /Windows/],
  ["IOS", /iPhone|iPad|iPod/],
  ["ANDROID", /Android/],
  ["MACOS", /Macintosh|Mac OS X/],
  ["LINUX", /Linux|X11/],
];

const LONGEST_LOOKED_AT = 512;

/** Which kind of browser on which kind of device, from what the browser says about itself. Only these codes are kept, never that text. */
export function deviceOf(userAgent: string | null): Device {
  const text = (userAgent ?? "").slice(0, LONGEST_LOOKED_AT);
  const first = <T>(marks: readonly (readonly [T, RegExp])[]): T | undefined => marks.find(([, mark]) => mark.test(text))?.[0];
  return { browser: first(BROWSER_MARKS) ?? "OTHER", system: first(SYSTEM_MARKS) ?? "OTHER" };
}

/** A stored pair of codes; what a later version does not know any more is OTHER. */
export function storedDevice({ browser, system }: { readonly browser: string; readonly system: string }): Device {
  return { browser: BROWSERS.find((one) => one === browser) ?? "OTHER", system: SYSTEMS.find((one) => one === system) ?? "OTHER" };
}
