import { ConfigurationError, readEnv } from "@/lib/env";
import { TEST_DATA_KEYS } from "@/tests/builders/keys";

const settings = {
  APP_MODE: "production",
  APP_ORIGIN: "https://buergerkoffer.example",
  APP_SECRET: "x".repeat(32),
  DATA_KEYS: TEST_DATA_KEYS,
  DATABASE_URL: "postgresql://db/x?sslmode=verify-full",
  SMTP_URL: "smtps://mail.example",
  MAIL_FROM: "koffer@stadt.example",
  OFFICE_EMAIL: "amt@stadt.example",
  OFFICE_PHONE: "0231 1",
};

function sentence(changes: Record<string, string | undefined>): string {
  try {
    readEnv({ ...settings, ...changes });
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return "it starts";
}

describe("the data keys at the start", () => {
  test("a sound ring starts, its first key seals", () => {
    expect(sentence({})).toBe("it starts");
    expect(readEnv({ ...settings, DATA_KEYS: `k2:${Buffer.alloc(32, 2).toString("base64")},${TEST_DATA_KEYS}` }).dataKeys.current.id).toBe("k2");
  });

  test.each(["production", "demo"])("without them nothing starts, in %s neither", (mode) => {
    expect(sentence({ APP_MODE: mode, DATA_KEYS: undefined })).toContain("DATA_KEYS fehlt");
    expect(sentence({ APP_MODE: mode, DATA_KEYS: "" })).toContain("DATA_KEYS fehlt");
  });

  test("a short, doubled or malformed one is named in one sentence that repeats nothing of a key", () => {
    const short = Buffer.alloc(16, 7).toString("base64");
    const cases = [`k1:${short}`, `${TEST_DATA_KEYS},${TEST_DATA_KEYS}`, `k2:${TEST_DATA_KEYS.slice(3)},${TEST_DATA_KEYS}`, short];
    const sentences = cases.map((DATA_KEYS) => sentence({ DATA_KEYS }));
    expect(sentences).toEqual([expect.stringContaining("k1 muss genau 32 Byte"), expect.stringContaining("k1 steht zweimal"), expect.stringContaining("k1 steht unter einem anderen Namen"), expect.stringContaining("muss eine Liste")]);
    for (const one of sentences) {
      expect(one).not.toContain(short);
      expect(one).not.toContain(TEST_DATA_KEYS.slice(3));
      expect(one).not.toContain("\n");
    }
  });
});
