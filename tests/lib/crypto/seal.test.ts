import { readKeyRing, type KeyRing } from "@/lib/crypto/keys";
import { blindIndex, blindIndexes, isUnderOldKey, keyIdOf, seal, unseal, UnsealError } from "@/lib/crypto/seal";

const key = (byte: number) => Buffer.alloc(32, byte).toString("base64");

function ring(text: string): KeyRing {
  const read = readKeyRing(text);
  if ("code" in read) throw new Error(read.code);
  return read;
}

const first = ring(`k1:${key(1)}`);
const both = ring(`k2:${key(2)},k1:${key(1)}`);
const second = ring(`k2:${key(2)}`);
const place = "ResidentCare.sealed:0190a000-0000-7000-8000-000000000001";

function reasonOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof UnsealError) return error.reason;
    throw error;
  }
  return "it opened";
}

describe("what is sealed", () => {
  test.each(["", "BEDSIDE", "ärztlich geprüft 🛏", "x".repeat(100_000)])("opens at its place as the same text", (text) => {
    expect(unseal(seal(text, place, first), place, first)).toBe(text);
  });

  test("names its version and its key, and shows nothing of the text", () => {
    const sealed = seal("BEDSIDE", place, first);
    expect(sealed).toMatch(/^s1\.k1\.[A-Za-z0-9_-]+$/);
    expect(Buffer.from(sealed.split(".")[2]!, "base64url").toString("latin1")).not.toContain("BEDSIDE");
    expect(keyIdOf(sealed)).toBe("k1");
    expect(keyIdOf("BEDSIDE")).toBeNull();
  });

  test("does not open in another row or column", () => {
    const sealed = seal("BEDSIDE", place, first);
    for (const other of [`${place}2`, place.replace("Care", "Custody"), "", place.slice(0, -1)]) expect(reasonOf(() => unseal(sealed, other, first))).toBe("BROKEN");
  });

  test("does not open when any single bit of it was turned", () => {
    const sealed = seal("BEDSIDE", place, first);
    const bytes = Buffer.from(sealed.split(".")[2]!, "base64url");
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const turned = Buffer.from(bytes);
      turned[bit >> 3]! ^= 1 << (bit & 7);
      expect(reasonOf(() => unseal(`s1.k1.${turned.toString("base64url")}`, place, first))).toBe("BROKEN");
    }
  });

  test("does not open when it is cut, lengthened or written otherwise", () => {
    const sealed = seal("BEDSIDE", place, first);
    for (const changed of [sealed.slice(0, -4), `${sealed}AAAA`, `${sealed}=`, sealed.replace("s1", "s2"), "s1.k1.", "s1.k1.AAAA", "", "BEDSIDE"]) {
      expect(reasonOf(() => unseal(changed, place, first))).toBe("BROKEN");
    }
  });

  test("does not open under the name of another key of the ring", () => {
    expect(reasonOf(() => unseal(seal("BEDSIDE", place, first).replace(".k1.", ".k2."), place, both))).toBe("BROKEN");
  });

  test("does not open without its key, nor with another key of the same name", () => {
    const sealed = seal("BEDSIDE", place, first);
    expect(reasonOf(() => unseal(sealed, place, second))).toBe("UNKNOWN_KEY");
    expect(reasonOf(() => unseal(sealed, place, ring(`k1:${key(9)}`)))).toBe("BROKEN");
  });

  test("never has the same nonce or the same face twice", () => {
    const sealed = Array.from({ length: 20_000 }, () => seal("BEDSIDE", place, first));
    expect(new Set(sealed.map((one) => Buffer.from(one.split(".")[2]!, "base64url").subarray(0, 12).toString("hex"))).size).toBe(sealed.length);
    expect(new Set(sealed).size).toBe(sealed.length);
  });

  test("says in an error neither text nor key", () => {
    const sealed = seal("BEDSIDE", place, first);
    try {
      unseal(sealed, "elsewhere", first);
    } catch (error) {
      expect(String(error)).toBe("Error: a sealed value does not open: BROKEN at elsewhere");
    }
    expect.assertions(1);
  });
});

describe("a ring of keys", () => {
  test("seals with its first key and opens with all", () => {
    const old = seal("BEDSIDE", place, first);
    const anew = seal(unseal(old, place, both), place, both);
    expect(keyIdOf(anew)).toBe("k2");
    expect([isUnderOldKey(old, both), isUnderOldKey(anew, both)]).toEqual([true, false]);
    expect(unseal(anew, place, second)).toBe("BEDSIDE");
  });

  test.each([
    ["is missing", undefined, { code: "missing" }],
    ["is empty", " , ", { code: "missing" }],
    ["has no name", key(1), { code: "malformed" }],
    ["has a strange name", `K-1:${key(1)}`, { code: "malformed" }],
    ["is not base64", "k1:%%%", { code: "malformed" }],
    ["is short", `k1:${Buffer.alloc(31).toString("base64")}`, { code: "wrongLength", id: "k1" }],
    ["is long", `k1:${Buffer.alloc(33).toString("base64")}`, { code: "wrongLength", id: "k1" }],
    ["has a short key behind a sound one", `k2:${key(2)},k1:AAAA`, { code: "wrongLength", id: "k1" }],
    ["has a name twice", `k1:${key(1)},k1:${key(2)}`, { code: "duplicateName", id: "k1" }],
    ["has a key twice", `k2:${key(1)},k1:${key(1)}`, { code: "duplicateKey", id: "k1" }],
  ])("is refused when it %s", (_name, text, fault) => {
    expect(readKeyRing(text)).toEqual(fault);
  });
});

describe("a blind index", () => {
  test("is equal for equal texts of one context, and for nothing else", () => {
    const name = blindIndex("muster", "Resident.name", first);
    expect(blindIndex("muster", "Resident.name", first)).toBe(name);
    expect(name).toMatch(/^b1\.k1\.[A-Za-z0-9_-]{43}$/);
    const others = [blindIndex("Muster", "Resident.name", first), blindIndex("muster", "Resident.names", first), blindIndex("smuster", "Resident.name", first), blindIndex("muster", "Resident.name", both)];
    expect(new Set([name, ...others]).size).toBe(5);
  });

  test("is searched under every key of the ring while rows are being sealed anew", () => {
    expect(blindIndexes("muster", "Resident.name", both)).toEqual([blindIndex("muster", "Resident.name", second), blindIndex("muster", "Resident.name", first)]);
  });
});
