import { Secret, TOTP } from "otpauth";
import { acceptedStep, newTotpSecret, totpUri } from "@/lib/auth/totp";

/** The secret and the values of RFC 6238, appendix B (SHA-1), cut to six digits. */
const RFC_SECRET = Secret.fromUTF8("12345678901234567890").base32;
const RFC = [
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
] as const;
const at = (seconds: number): Date => new Date(seconds * 1000);

describe("codes of an app", () => {
  test.each(RFC)("the standard's value at second %d is accepted", (seconds, code) => {
    expect(acceptedStep(RFC_SECRET, code, null, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  test("a code holds one step to either side and no longer", () => {
    const second = 1_800_000_015;
    const code = new TOTP({ secret: Secret.fromBase32(RFC_SECRET) }).generate({ timestamp: second * 1000 });
    const step = Math.floor(second / 30);
    expect([-30, 0, 30].map((off) => acceptedStep(RFC_SECRET, code, null, at(second + off)))).toEqual([step, step, step]);
    expect(acceptedStep(RFC_SECRET, code, null, at(second - 60))).toBeNull();
    expect(acceptedStep(RFC_SECRET, code, null, at(second + 60))).toBeNull();
  });

  test("a step that was used is worth nothing, nor is an earlier one", () => {
    const [seconds, code] = RFC[0];
    const step = Math.floor(seconds / 30);
    expect(acceptedStep(RFC_SECRET, code, step - 1, at(seconds))).toBe(step);
    expect(acceptedStep(RFC_SECRET, code, step, at(seconds))).toBeNull();
    expect(acceptedStep(RFC_SECRET, code, step + 1, at(seconds))).toBeNull();
  });

  test("a wrong code is none", () => {
    expect(acceptedStep(RFC_SECRET, "287083", null, at(59))).toBeNull();
    expect(acceptedStep(RFC_SECRET, "28708", null, at(59))).toBeNull();
  });

  test("every secret is new and has 160 bits, and the picture names the portal and the account", () => {
    const secrets = Array.from({ length: 50 }, newTotpSecret);
    expect(new Set(secrets).size).toBe(50);
    for (const secret of secrets) expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
    const uri = new URL(totpUri(RFC_SECRET, "a@haus.example"));
    expect(uri.protocol).toBe("otpauth:");
    expect(decodeURIComponent(uri.href)).toContain("Bürgerkoffer:a@haus.example");
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret: RFC_SECRET, algorithm: "SHA1", digits: "6", period: "30" });
  });
});
