import { faultOf, logOf, takeOverConsole } from "@/lib/log";

function captured() {
  const lines: string[] = [];
  return { lines, log: logOf("test", { write: (line: string) => void lines.push(line) }) };
}

test("one event is one JSON object on one line, whatever is in it", () => {
  const { lines, log } = captured();
  log.info('a"b\n{"x":1}\u001b[31m', { mail: 'x\r\n{"level":50}', attempt: 2 });
  expect(lines).toHaveLength(1);
  expect(lines[0]!.trimEnd()).not.toMatch(/[\n\r\u001b]/);
  expect(JSON.parse(lines[0]!)).toMatchObject({ service: "test", attempt: 2, mail: 'x\r\n{"level":50}' });
});

test("an error is told by kind, code and place, never by its message, which may hold values", () => {
  const { lines, log } = captured();
  log.error("jobFailed", Object.assign(new Error("Key (email)=(zyxwvut@x.example) exists\nzyxwvut"), { code: "P2002", detail: "zyxwvut" }), { job: "x" });
  expect(lines[0]).not.toContain("zyxwvut");
  expect(JSON.parse(lines[0]!)).toMatchObject({ event: "jobFailed", job: "x", fault: "Error", faultCode: "P2002" });
  expect(faultOf("zyxwvut")).toEqual({ fault: "string", faultCode: null, at: "" });
});

test("fields that name people are blanked even if somebody passes them", () => {
  const { lines, log } = captured();
  log.warn("x", { email: "zyxwvut@x.example", toName: "zyxwvut", token: "zyxwvut" });
  expect(lines[0]).not.toContain("zyxwvut");
});

test("a message whose lines look like places in the code is told no more than any other", () => {
  const error = new Error("value\n    at zyxwvut (lib/zyxwvut.ts:1:1)");
  expect(faultOf(error).at).not.toContain("zyxwvut");
  expect(faultOf(error).at).toContain("log.test");
});

test("an error carries the name under which the person saw it", () => {
  expect(faultOf(Object.assign(new Error("x"), { digest: "2338457811" }))).toMatchObject({ digest: "2338457811" });
  expect(faultOf(Object.assign(new Error("x"), { digest: "zyx wvut" }))).not.toHaveProperty("digest");
});

describe("what a library says by itself", () => {
  const own = { ...console };
  const listeners = process.listeners("warning");
  afterEach(() => {
    Object.assign(console, own);
    process.removeAllListeners("warning");
    for (const listener of listeners) process.on("warning", listener);
  });

  test("becomes a line of the log without its words", async () => {
    const { lines, log } = captured();
    takeOverConsole(log);
    globalThis.console.error(" \u2a2f", new TypeError("zyxwvut"));
    globalThis.console.log("zyxwvut", { a: 1 });
    globalThis.console.warn("");
    process.emitWarning("zyxwvut", { code: "DEP0001" });
    await new Promise((resolve) => setImmediate(resolve));
    expect(lines.join("")).not.toContain("zyxwvut");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ event: "failedUnhandled", fault: "TypeError" }, { event: "libraryTold", way: "log" }, { event: "warned", kind: "Warning", code: "DEP0001" }]);
  });
});
