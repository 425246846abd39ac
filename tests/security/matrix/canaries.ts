import type { PrismaClient } from "@/prisma/generated/client/client";
import type { Actor } from "./actors";

/** Words that stand for a person or a house, and for whom each of them may be read. */
export type Canaries = {
  /** The words in a text that this actor must never read. */
  readonly foreignIn: (text: string, actor: Actor) => readonly string[];
  readonly count: number;
};

const WORD = /Zyxwvut\d+[rf]/g;

type Readers = { readonly facilityId: string; readonly crew: ReadonlySet<string> };

/** Gives every resident and every house a word of its own, and knows from the rows who may read it. */
export async function plantCanaries(prisma: PrismaClient): Promise<Canaries> {
  const readers = new Map<string, Readers>();
  const residents = await prisma.resident.findMany({ select: { id: true, facilityId: true, cases: { select: { appointments: { select: { visit: { select: { tour: { select: { members: { select: { staffId: true } } } } } } } } } } }, orderBy: { id: "asc" } });
  for (const [index, { id, facilityId, cases }] of residents.entries()) {
    const crew = cases.flatMap(({ appointments }) => appointments.flatMap(({ visit }) => visit.tour?.members ?? [])).map(({ staffId }) => staffId);
    readers.set(`Zyxwvut${index}r`, { facilityId, crew: new Set(crew) });
    await prisma.resident.update({ where: { id }, data: { lastName: `Zyxwvut${index}r` } });
  }
  const houses = await prisma.facility.findMany({ select: { id: true, visits: { select: { tour: { select: { members: { select: { staffId: true } } } } } } }, orderBy: { id: "asc" } });
  for (const [index, { id, visits }] of houses.entries()) {
    readers.set(`Zyxwvut${index}f`, { facilityId: id, crew: new Set(visits.flatMap(({ tour }) => tour?.members ?? []).map(({ staffId }) => staffId)) });
    await prisma.facility.update({ where: { id }, data: { contactName: `Zyxwvut${index}f` } });
  }
  const mayRead = (word: string, { role, standing, owner }: Actor): boolean => {
    const known = readers.get(word);
    if (!known || standing !== "signed in") return false;
    if (role === "TEAM_LEAD") return true;
    return known.facilityId === owner.facilityId || (owner.staffId !== null && known.crew.has(owner.staffId));
  };
  return { count: readers.size, foreignIn: (text, actor) => [...new Set(text.match(WORD) ?? [])].filter((word) => !mayRead(word, actor)) };
}
