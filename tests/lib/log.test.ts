import { faultOf, logOf } from "@/lib/log";

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
