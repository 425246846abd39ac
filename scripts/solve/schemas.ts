import { z } from "zod";
import type { KitsProblem } from "@/lib/planning/kits";
import type { VrptwProblem } from "@/lib/planning/vrptw";

const count = z.int().min(0);

/** What `VrptwProblem` must be. What stands in a problem beside it is not looked at: these are other people's formats. */
export const vrptwSchema: z.ZodType<VrptwProblem> = z.object({
  name: z.string().optional(),
  vehicles: count, capacity: count, n: count,
  x: z.array(z.number()).optional(), y: z.array(z.number()).optional(),
  demand: z.array(count), ready: z.array(z.int()), due: z.array(z.int()), service: z.array(count),
  matrix: z.array(z.array(count)),
}).refine(({ n, demand, ready, due, service, matrix }) => [demand, ready, due, service, matrix, ...matrix].every(({ length }) => length === n + 1), { error: "every list must have n + 1 entries, the depot first" });

const seconds = z.int().min(0);
const id = z.string().min(1);
const shiftSchema = z.object({ id, kit: id, day: z.int(), depot: z.int().min(0), start: seconds, end: seconds, skills: z.array(id), maxVisits: z.int().min(0) });
const visitSchema = z.object({
  id, loc: z.int().min(0), setup: seconds, appointments: z.int().min(0), perAppointment: seconds, duration: seconds, windows: z.array(z.tuple([seconds, seconds])), priority: z.int(), requires: z.array(id),
});

/** What `KitsProblem` must be; a fault is named with its path. */
export const kitsSchema: z.ZodType<KitsProblem> = z.object({
  name: z.string().optional(),
  days: z.unknown().optional(), locations: z.unknown().optional(),
  travel: z.array(z.array(seconds)),
  shifts: z.array(shiftSchema), visits: z.array(visitSchema),
  weights: z.record(z.string(), z.number().min(0)),
  fixedShiftCost: z.number().min(0),
}).superRefine(({ travel, shifts, visits, weights }, { addIssue }) => {
  const isPlace = (place: number): boolean => place < travel.length;
  travel.forEach((row, at) => row.length === travel.length || addIssue({ code: "custom", path: ["travel", at], message: "must have as many entries as there are rows" }));
  shifts.forEach(({ depot }, at) => isPlace(depot) || addIssue({ code: "custom", path: ["shifts", at, "depot"], message: "is no row of travel" }));
  visits.forEach(({ loc, priority }, at) => {
    if (!isPlace(loc)) addIssue({ code: "custom", path: ["visits", at, "loc"], message: "is no row of travel" });
    if (weights[priority] === undefined) addIssue({ code: "custom", path: ["visits", at, "priority"], message: "has no weight" });
  });
});
