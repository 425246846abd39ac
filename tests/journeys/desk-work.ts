import type { Page } from "playwright-core";
import { addDays, civilDateOf, instantOf } from "@/lib/time/calendar";
import { isWorkingDay } from "@/lib/time/holidays";
import { fill, formOf, press, says } from "./forms";
import type { Portal } from "./portal";

/** The team lead makes a tour of the first kit and the crew of the demo; answers its id. */
export async function madeTour(portal: Portal, lead: Page, day: string): Promise<string> {
  const prisma = portal.prisma();
  const [kit, vehicle] = [await prisma.caseKit.findFirstOrThrow({ where: { label: "Koffer 1" } }), await prisma.vehicle.findFirstOrThrow({ orderBy: { label: "asc" } })];
  const crew = await prisma.user.findMany({ where: { email: { in: ["team1@demo.example", "team2@demo.example"] } } });
  await lead.goto(`/office/tours/new?date=${day}`);
  const form = formOf(lead, "tours.make");
  await fill(form, { tourOn: day, kitId: kit.id, vehicleId: vehicle.id, staffIds: crew.map(({ staffId }) => staffId!), fromMinutes: "7:30", untilMinutes: "15:30" });
  await press(form);
  return new URL(lead.url()).pathname.split("/").at(-1)!;
}

/** The team lead puts a waiting visit on a tour and announces it. */
export async function placeAndAnnounce(lead: Page, visitId: string, tourId: string, startMinutes: string): Promise<void> {
  await lead.goto(`/office/visits/${visitId}`);
  const place = formOf(lead, "visits.place").filter({ has: lead.locator('[name="tourId"]') }).last();
  await fill(place, { tourId, startMinutes });
  await press(place);
  await press(formOf(lead, "visits.announce").last());
  await says(lead, "Angekündigt.");
}

/** The first working day from so many days on for which nothing is planned yet. */
export async function freeDay(portal: Portal, startInDays = 2): Promise<string> {
  const prisma = portal.prisma();
  const closures = await prisma.closure.findMany({ where: { facilityId: null } });
  let day = addDays(civilDateOf(await portal.now()), startInDays);
  const isFree = async (): Promise<boolean> => {
    const [from, until] = [instantOf(day, 0), instantOf(day, 1440)];
    if (!isWorkingDay(day) || closures.some(({ fromOn, untilOn }) => fromOn < until && from < untilOn)) return false;
    return (await prisma.reservation.count({ where: { releasedAt: null, purpose: "TOUR", startsAt: { lt: until }, endsAt: { gt: from } } })) === 0;
  };
  while (!(await isFree())) day = addDays(day, 1);
  return day;
}
