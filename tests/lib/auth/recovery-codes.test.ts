import { isSameHash, newRecoveryCodes, recoveryHash } from "@/lib/auth/recovery-codes";
import { plainCode } from "@/lib/factors/rules";

describe("recovery codes", () => {
  test("are ten, all different, readable aloud, and stored as nothing but a slow hash", async () => {
    const { codes, stored } = await newRecoveryCodes();
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    const kept = JSON.stringify(stored);
    for (const code of codes) {
      expect(kept).not.toContain(code);
      expect(kept).not.toContain(plainCode(code));
    }
    expect(await recoveryHash(plainCode(codes[3]!.toLowerCase()), stored[3]!.salt)).toBe(stored[3]!.codeHash);
    const another = await newRecoveryCodes();
    expect(another.stored[0]!.salt).not.toBe(stored[0]!.salt);
    expect(another.codes).not.toEqual(codes);
  });

  test("of another salt have another hash", async () => {
    const [one, other] = [await recoveryHash("ABCDEFGHJKMN", "salt one"), await recoveryHash("ABCDEFGHJKMN", "salt two")];
    expect(isSameHash(one, one)).toBe(true);
    expect(isSameHash(one, other)).toBe(false);
    expect(isSameHash(one, `${one}x`)).toBe(false);
  });
});
