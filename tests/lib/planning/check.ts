import type { KitsAnswer, KitsProblem } from "@/lib/planning/kits";

/** What a plan for kits costs, and every rule that it breaks: written from the rules alone, without a line of the search. */
export function checked(problem: KitsProblem, { routes }: KitsAnswer): { readonly faults: readonly string[]; readonly left: readonly string[]; readonly weightLeft: number; readonly cost: number } {
  const faults: string[] = [];
  const [seenVisits, seenShifts] = [new Set<string>(), new Set<string>()];
  let cost = 0;
  for (const { shift: shiftId, visits } of routes) {
    const shift = problem.shifts.find(({ id }) => id === shiftId);
    if (!shift) {
      faults.push(`shift ${shiftId} does not exist`);
      continue;
    }
    if (seenShifts.has(shiftId)) faults.push(`shift ${shiftId} is used twice`);
    seenShifts.add(shiftId);
    if (visits.length > shift.maxVisits) faults.push(`shift ${shiftId} has ${visits.length} visits`);
    cost += problem.fixedShiftCost;
    let [clock, place] = [shift.start, shift.depot];
    for (const { id, start } of visits) {
      const visit = problem.visits.find((one) => one.id === id);
      if (!visit) {
        faults.push(`visit ${id} does not exist`);
        continue;
      }
      if (seenVisits.has(id)) faults.push(`visit ${id} is planned twice`);
      seenVisits.add(id);
      const way = problem.travel[place]![visit.loc]!;
      cost += way;
      if (start < clock + way) faults.push(`visit ${id} begins ${clock + way - start} s before anybody is there`);
      if (!visit.windows.some(([from, to]) => from <= start && start + visit.duration <= to)) faults.push(`visit ${id} lies in no window`);
      if (visit.requires.some((skill) => !shift.skills.includes(skill))) faults.push(`visit ${id} needs more than shift ${shiftId} can`);
      [clock, place] = [start + visit.duration, visit.loc];
    }
    const home = problem.travel[place]![shift.depot]!;
    cost += home;
    if (clock + home > shift.end) faults.push(`shift ${shiftId} is back ${clock + home - shift.end} s too late`);
  }
  const left = problem.visits.filter(({ id }) => !seenVisits.has(id));
  return { faults, left: left.map(({ id }) => id), weightLeft: left.reduce((sum, { priority }) => sum + problem.weights[priority]!, 0), cost };
}

/** Whether a visit could still be added to a plan somewhere, everything else in the same order: tried out place by place. */
export function hasRoomFor(problem: KitsProblem, { routes }: KitsAnswer, visitId: string): boolean {
  const visit = problem.visits.find(({ id }) => id === visitId)!;
  return problem.shifts.some((shift) => {
    const own = routes.find((route) => route.shift === shift.id)?.visits ?? [];
    return Array.from({ length: own.length + 1 }, (_, at) => [...own.slice(0, at).map(({ id }) => id), visit.id, ...own.slice(at).map(({ id }) => id)]).some((order) => isPossible(problem, shift, order));
  });
}

/** Whether a shift can make these visits in this order, each in any of its windows. */
function isPossible(problem: KitsProblem, shift: KitsProblem["shifts"][number], order: readonly string[]): boolean {
  if (order.length > shift.maxVisits) return false;
  let [clock, place] = [shift.start, shift.depot];
  for (const id of order) {
    const visit = problem.visits.find((one) => one.id === id)!;
    if (visit.requires.some((skill) => !shift.skills.includes(skill))) return false;
    const arrival = clock + problem.travel[place]![visit.loc]!;
    // The earliest end that any window allows: who is done earlier can do whatever who is done later can.
    const ends = visit.windows.map(([from, to]) => [Math.max(from, arrival) + visit.duration, to] as const).flatMap(([end, to]) => (end <= to ? [end] : []));
    if (ends.length === 0) return false;
    [clock, place] = [Math.min(...ends), visit.loc];
  }
  return clock + problem.travel[place]![shift.depot]! <= shift.end;
}
