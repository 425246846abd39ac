import { checkBody } from "@/lib/front-door/body";
import { plain } from "@/lib/messages/plain";

const FORM = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data; boundary=x";
const part = (name: string, value: string | Buffer, more = ""): Buffer => Buffer.concat([Buffer.from(`--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`), Buffer.from(value), Buffer.from("\r\n")]);
const parts = (...all: readonly Buffer[]): Buffer => Buffer.concat([...all, Buffer.from("--x--\r\n")]);
const answer = async (body: string | Buffer, type: string | undefined = FORM) => checkBody(Buffer.from(body), type);

test.each(["", "a=1", "a=1&a=2&b=%C3%A4%0D%0Ab", "name=%F0%9F%91%A9%E2%80%8D%F0%9F%9A%80", "a=M%C3%BCller+%26+Co", "_key=1&_from=%2Ffacility"])("the form %j gets in", async (body) => {
  expect(await answer(body)).toBeNull();
  expect(await answer(body, `${FORM}; charset=UTF-8`)).toBeNull();
});

test("a form in parts gets in", async () => {
  expect(await answer(parts(part("a", "Müller\r\nzwei"), part("b", "")), MULTIPART)).toBeNull();
});

test.each([
  ["a NUL", "a=%00"], ["a control character", "a=%1b[31m"], ["a control character in a name", "a%01=1"], ["a C1 control character", "a=%C2%85"], ["a change of direction", "a=%E2%80%AE"],
  ["an isolated direction", "a=%E2%81%A6"], ["a line separator", "a=%E2%80%A8"], ["a code point that is none", "a=%EF%BF%BF"],
])("%s is refused as unseen", async (_, body) => {
  expect(await answer(body)).toMatchObject({ status: 400, sentence: plain.controlCharacters });
});

test.each([
  ["a lone surrogate", "a=%ED%A0%80"], ["an overlong form", "a=%C0%AF"], ["half a character", "a=%C3"], ["a broken percent sign", "a=%zz"], ["raw bytes that are no UTF-8", Buffer.from([0x61, 0x3d, 0xc3, 0x28])],
  ["a replacement character", "a=%EF%BF%BD"], ["two keys", "_key=1&_key=2"], ["two ways back", "_from=%2Fa&_from=%2Fb"], ["a byte order mark", Buffer.from("\ufeffa=1")],
])("%s is refused as unreadable", async (_, body) => {
  expect(await answer(body)).toMatchObject({ status: 400, sentence: plain.malformed });
});

test.each(["application/json", "text/plain", "multipart/form-data", "multipart/form-data; boundary=x; boundary=y", `${FORM}; charset=iso-8859-1`, "multipart/mixed; boundary=x", "application/x-www-form-urlencodedx", "", "multipart/form-data; boundary=\"x y\""])("the type %j is refused", async (type) => {
  expect(await answer("a=1", type)).toMatchObject({ status: 400 });
});

test("parts without an end, with broken text or with a file are refused", async () => {
  expect(await answer(part("a", "1"), MULTIPART)).toMatchObject({ status: 400 });
  expect(await answer(parts(part("a", Buffer.from([0xed, 0xa0, 0x80]))), MULTIPART)).toMatchObject({ status: 400 });
  expect(await answer(parts(part("a", "1;2", '; filename="list.csv"')), MULTIPART)).toMatchObject({ status: 400, sentence: plain.noFiles });
  expect(await answer(parts(part("a", "", '; filename=""')), MULTIPART)).toMatchObject({ status: 400 });
});

test("a form that takes a file takes one, of any bytes, in its one field, and larger than text may be", async () => {
  const list = (...all: readonly Buffer[]) => checkBody(parts(...all), MULTIPART, "/do/lists.read");
  const file = part("file", Buffer.concat([Buffer.from([0xff, 0xfe, 0x00, 0xef, 0xbb, 0xbf]), Buffer.alloc(2_000_000, "a")]), '; filename="liste.xlsx"');
  expect(await list(part("_key", "1"), file)).toBeNull();
  expect(await list(part("file", "", '; filename=""'))).toBeNull();
  expect(await list(file, file)).toMatchObject({ status: 400 });
  expect(await list(part("other", "1", '; filename="liste.csv"'))).toMatchObject({ status: 400, sentence: plain.noFiles });
  expect(await list(part("_from", "a\u0000b"), file)).toMatchObject({ status: 400, sentence: plain.controlCharacters });
  expect(await list(part("_from", Buffer.from([0xc3, 0x28])), file)).toMatchObject({ status: 400, sentence: plain.malformed });
  expect(await list(part("file", Buffer.alloc(5_400_000, "a"), '; filename="liste.csv"'))).toMatchObject({ status: 413 });
  expect(await checkBody(parts(file), MULTIPART, "/do/residents.add")).toMatchObject({ status: 413 });
  expect(await checkBody(parts(file), MULTIPART, "/do/lists.read?a=1")).toMatchObject({ status: 413 });
});

test("sizes and numbers have limits, and are counted before anything is taken apart", async () => {
  expect(await answer(`a=${"b".repeat(20_000)}`)).toBeNull();
  expect(await answer(`a=${"b".repeat(20_001)}`)).toMatchObject({ status: 413 });
  expect(await answer(`${"n".repeat(201)}=1`)).toMatchObject({ status: 413 });
  expect(await answer("a=1&".repeat(2_001))).toMatchObject({ status: 413 });
  expect(await answer("a".repeat(1_048_577))).toMatchObject({ status: 413 });
  const begin = performance.now();
  expect(await answer(parts(...Array.from({ length: 15_000 }, () => part("a", ""))), MULTIPART)).toMatchObject({ status: 413 });
  expect(performance.now() - begin).toBeLessThan(500);
});
