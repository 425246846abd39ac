import { gzipSync } from "node:zlib";
import { checkUpload, isSafeName, kindOf, MAXIMUM_UNPACKED_BYTES, MAXIMUM_UPLOAD_BYTES } from "@/lib/forms/uploads";
import { formErrors } from "@/lib/messages/forms";
import { zipOf } from "../../builders/archives";

const LIST = "Nachname;Vorname\r\nMüller;Änne\r\n";
const faultOf = async (name: string, bytes: Buffer | string): Promise<string> => {
  const checked = await checkUpload({ name, bytes: Buffer.from(bytes) });
  return checked.ok ? "taken" : checked.fault;
};

test("a CSV list is taken alone, as gzip and as an archive with this one file, in UTF-8 and as Windows programs write it", async () => {
  const windows = Buffer.from("Nachname;Vorname\r\nM\xfcller;\xc4nne\r\n", "latin1");
  const archive = zipOf({ name: "liste.csv", content: Buffer.from(LIST) });
  for (const [name, bytes] of [["liste.csv", Buffer.from(LIST)], ["Liste der Bewohner (2).CSV", windows], ["liste.csv.gz", gzipSync(LIST)], ["liste.zip", archive], ["liste.zip", zipOf({ name: "a.csv", content: Buffer.from(LIST), method: 0 })]] as const) {
    expect(await checkUpload({ name, bytes })).toEqual({ ok: true, name, text: LIST });
  }
});

test("what the bytes are decides, and not what the name says", async () => {
  const strangers: readonly (readonly [string, Buffer | string])[] = [
    ["a.csv", "%PDF-1.7"], ["a.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])], ["a.csv", Buffer.from("MZ\0\0")], ["a.csv", gzipSync(LIST)], ["a.zip", LIST], ["a.gz", LIST], ["a.csv", ""],
    ["a.csv", "a\u0001b"], ["a.csv", "a\u202eb"], ["a.html", "<script>"], ["a.xlsx", zipOf({ name: "a.csv", content: Buffer.from(LIST) })], ["a.gz", gzipSync(Buffer.from("MZ\0\0"))], ["a.gz", gzipSync(gzipSync(LIST))],
    ["a.zip", zipOf({ name: "a.csv", content: gzipSync(LIST) })],
  ];
  for (const [name, bytes] of strangers) expect({ name, fault: await faultOf(name, bytes) }).toEqual({ name, fault: "fileType" });
  expect(kindOf(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]))).toBeNull();
});

test("a small file that grows beyond all limits when it is unpacked is refused, whatever size it claims", async () => {
  const bomb = Buffer.alloc(MAXIMUM_UNPACKED_BYTES + 1, "a");
  expect(gzipSync(bomb).length).toBeLessThan(100_000);
  const begin = performance.now();
  expect(await faultOf("a.gz", gzipSync(bomb))).toBe("fileUnpacked");
  expect(await faultOf("a.zip", zipOf({ name: "a.csv", content: bomb, claimedSize: 10 }))).toBe("fileUnpacked");
  expect(performance.now() - begin).toBeLessThan(3_000);
  expect(await faultOf("a.csv", Buffer.alloc(MAXIMUM_UPLOAD_BYTES + 1, "a"))).toBe("fileTooLarge");
});

test("an archive with several files, a path, a password or a broken directory is refused", async () => {
  const content = Buffer.from(LIST);
  const archives = [
    zipOf({ name: "a.csv", content }, { name: "b.csv", content }), zipOf({ name: "../../etc/passwd.csv", content }), zipOf({ name: "a.csv", content, flags: 1 }), zipOf({ name: "a.csv", content, method: 12 }), zipOf({ name: "a.exe", content }),
    zipOf({ name: "a.csv", content }).subarray(0, 40), Buffer.concat([zipOf({ name: "a.csv", content }), Buffer.from("x")]), zipOf(), Buffer.from("PK\u0003\u0004"), gzipSync(LIST).subarray(0, 20),
  ];
  for (const [index, bytes] of archives.entries()) expect({ index, fault: await faultOf(index === 9 ? "a.gz" : "a.zip", bytes) }).toEqual({ index, fault: "fileType" });
});

test("a name with a folder, a device or something unseen is refused", async () => {
  for (const name of ["../a.csv", "a/b.csv", "a\\b.csv", "C:a.csv", ".csv", "", "con.csv", "nul", "a.csv ", "a.csv.", "a\u0000.csv", "a\u202ecsv.exe", "a\r\nX: y.csv", "..", `${"a".repeat(117)}.csv`, "a;b.csv", "-rf.csv", "a\".csv"]) expect({ name, isSafe: isSafeName(name), fault: await faultOf(name, LIST) }).toEqual({ name, isSafe: false, fault: "fileName" });
  expect(["personen.csv", "Bewohner März 2026 (neu).csv", "liste.tar.gz"].map(isSafeName)).toEqual([true, true, true]);
});

test("every refusal has its sentence", () => {
  for (const fault of ["fileName", "fileType", "fileTooLarge", "fileUnpacked"] as const) expect(formErrors[fault]).toMatch(/\S+ \S+/);
});
