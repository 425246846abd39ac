import fc from "fast-check";
import { BROWSERS, deviceOf, storedDevice, SYSTEMS } from "@/lib/auth/device";
import { sessions } from "@/lib/messages/login";

const KNOWN = [
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox auf Windows"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0", "Edge auf Windows"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Safari/605.1.15", "Safari auf Mac"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Mobile/15E148 Safari/604.1", "Safari auf iPhone oder iPad"],
  ["Mozilla/5.0 (iPad; CPU OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/143.0 Mobile/15E148 Safari/604.1", "Chrome auf iPhone oder iPad"],
  ["Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36", "Chrome auf Android"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox auf Linux"],
  ["curl/8.5.0", "Unbekanntes Gerät"],
  [null, "Unbekanntes Gerät"],
] as const;

describe("the device in the list of sessions", () => {
  test.each(KNOWN)("%s", (userAgent, words) => {
    expect(sessions.deviceOf(deviceOf(userAgent))).toBe(words);
  });

  test("is one of a few codes, whatever a browser says about itself", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), (text) => {
        const { browser, system } = deviceOf(text);
        return BROWSERS.includes(browser) && SYSTEMS.includes(system);
      }),
    );
  });

  test("that was stored under a code which is no longer known is shown as unknown", () => {
    expect(storedDevice({ browser: "NETSCAPE", system: "BEOS" })).toEqual({ browser: "OTHER", system: "OTHER" });
    expect(storedDevice({ browser: "EDGE", system: "WINDOWS" })).toEqual({ browser: "EDGE", system: "WINDOWS" });
  });
});
