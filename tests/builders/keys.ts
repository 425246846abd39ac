/** A ring of one key for the portal under test: 32 readable bytes, of no use anywhere else. */
export const TEST_DATA_KEYS = `k1:${Buffer.from("only-for-tests-only-for-tests-12").toString("base64")}`;
