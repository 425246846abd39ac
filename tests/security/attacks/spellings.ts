import type { PrismaClient } from "@/prisma/generated/client/client";
import { addressesOf } from "../../journeys/pages";
import { ownerOf } from "../../journeys/people";
import type { Visitor } from "../../journeys/visitor";

const CANARY = "Zyxwvutkanarie";
const FIVE = ["middleware", "src/middleware", "proxy", "proxy:proxy:proxy:proxy:proxy", "middleware:middleware:middleware:middleware:middleware"];
const HEADERS: readonly Record<string, string>[] = [
  {}, ...FIVE.map((value) => ({ "x-middleware-subrequest": value })), { "x-middleware-rewrite": "/facility/residents" }, { "x-middleware-next": "1" }, { "x-middleware-override-headers": "cookie" }, { "x-matched-path": "/" }, { "x-invoke-path": "/" }, { "x-invoke-status": "200" },
  { "x-now-route-matches": "1=facility" }, { "x-rewrite-url": "/" }, { "x-original-url": "/login" }, { "x-nextjs-data": "1" }, { RSC: "1" }, { RSC: "1", "Next-Router-Prefetch": "1" }, { RSC: "1", "Next-Router-Segment-Prefetch": "/_tree" }, { "next-resume": "1" }, { "x-prerender-revalidate": "1" },
  { "x-portal-path": "/login" }, { "x-portal-request": "x" }, { "x-forwarded-for": "127.0.0.1" }, { "x-real-ip": "127.0.0.1" }, { "X-Forwarded-Host": "localhost" }, { Authorization: "Bearer x" }, { Cookie: "portal-session=x" }, { Cookie: "portal-session=null; __Host-portal-session=x" },
];
const spellingsOf = (path: string): readonly string[] => [
  path, `${path}.rsc`, `${path}?_rsc=1`, `${path}.segments/_tree.segment.rsc`, `/${path}`, `${path}/`, `${path};x`, `${path}%2f`, `${path}/.`, path.replace("/", "/%2e/"), path.toUpperCase(), path.replace("facility", "%66acility"), `${path}?nxtPid=1`, `/_next/data/x${path}.json`, `${path}.txt`, `${path}.json`, `/index${path}`, `/en${path}`, `${path}%00`, `${path}#x`,
];

/** Tries every header and spelling that led past some guard of the framework once, as nobody, and answers which of them showed something; `home` sees what is looked for. */
export async function pastTheSignIn(prisma: PrismaClient, home: Visitor, nobody: () => Visitor): Promise<{ readonly tries: number; readonly leaks: readonly string[] }> {
  const owner = await ownerOf(prisma, "burgholz");
  const { id, lastName } = await prisma.resident.findFirstOrThrow({ where: { facilityId: owner.facilityId!, goneOn: null } });
  await prisma.resident.update({ where: { id }, data: { lastName: CANARY } });
  if (!(await home.get(`/facility/residents/${id}`)).text.includes(CANARY)) throw new Error("what is looked for is nowhere to be seen");
  const paths = ["/facility/residents", `/facility/residents/${id}`, "/office/board", "/admin/users", (await addressesOf("/facility/requests/[id]/copy", prisma, owner))[0]!];
  const leaks: string[] = [];
  let tries = 0;
  const probe = async (path: string, sent: Readonly<Record<string, string>>): Promise<void> => {
    tries += 1;
    const { status, text } = await nobody().send("GET", path, sent);
    if (status >= 500 || status === 200 || text.includes(CANARY)) leaks.push(`${path} ${JSON.stringify(sent)} ${status}`);
  };
  for (const path of paths) {
    for (const sent of HEADERS) await probe(path, sent);
    for (const spelling of spellingsOf(path)) for (const sent of [{}, { RSC: "1" }] as Record<string, string>[]) await probe(spelling, sent);
  }
  await prisma.resident.update({ where: { id }, data: { lastName } });
  return { tries, leaks };
}
