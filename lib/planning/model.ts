/** When a stay may begin: from the first to the last second. */
export type Window = readonly [open: number, close: number];

/** One possible tour, as the search sees it. Times are whole seconds since the first midnight. */
export type ModelShift = {
  /** Shifts of one kind can stand for each other: the same depot, hours, skills and cost. */
  readonly kind: number;
  readonly depot: number;
  readonly opens: number;
  readonly closes: number;
  /** How much load fits. */
  readonly capacity: number;
  /** What using it costs at all. */
  readonly fixed: number;
  /** What only one used shift may hold at a time: a kit on a day, a person on a day. */
  readonly tokens: readonly number[];
};

export type ModelVisit = {
  readonly place: number;
  readonly service: number;
  readonly load: number;
  /** What leaving it out costs. */
  readonly penalty: number;
  /** For each kind of shift when the stay may begin; none: not by this kind. */
  readonly starts: (kind: number) => readonly Window[];
  /** What it costs beside the way to be in a shift of this kind: days too late, a change of what was promised. */
  readonly extra: (kind: number) => number;
};

/**
 * A problem in the flat arrays that the search runs on. Nodes are the visits, then for each shift its start and its end: node `visits + 2 * shift` and the next one.
 */
export type Model = {
  readonly visits: number;
  readonly shifts: number;
  readonly kinds: number;
  /** Side of the matrix: the visits' own places, then the depots. */
  readonly side: number;
  readonly travel: Int32Array;
  /** Row of the matrix for each node. */
  readonly row: Int32Array;
  readonly service: Int32Array;
  readonly load: Int32Array;
  readonly penalty: Float64Array;
  readonly kind: Int32Array;
  readonly opens: Int32Array;
  readonly closes: Int32Array;
  readonly capacity: Int32Array;
  readonly fixed: Float64Array;
  readonly tokens: readonly (readonly number[])[];
  readonly tokenCount: number;
  /** The windows of visit v in kind k lie from `windowFrom[v * kinds + k]` to before the next one. */
  readonly windowFrom: Int32Array;
  readonly windowOpen: Int32Array;
  readonly windowClose: Int32Array;
  readonly extra: Float64Array;
  /** The kinds that have a window for a visit, from `kindFrom[v]` to before the next one. */
  readonly kindFrom: Int32Array;
  readonly kindList: Int32Array;
  readonly shiftsOfKind: readonly (readonly number[])[];
  /** For each visit the others, the nearest first: `reach` of them, the visit itself at the beginning. */
  readonly near: Int32Array;
  readonly reach: number;
};

const REACH = 1_000;

/** Prepares a problem: visits, shifts and the travel between places in seconds. */
export function modelOf(visits: readonly ModelVisit[], shifts: readonly ModelShift[], travelOf: (from: number, to: number) => number): Model {
  const kinds = Math.max(0, ...shifts.map(({ kind }) => kind)) + 1;
  const depots = [...new Set(shifts.map(({ depot }) => depot))];
  const places = [...visits.map(({ place }) => place), ...depots];
  const side = places.length;
  const travel = new Int32Array(side * side);
  for (let from = 0; from < side; from += 1) for (let to = 0; to < side; to += 1) travel[from * side + to] = travelOf(places[from]!, places[to]!);
  const depotRow = (shift: ModelShift): number => visits.length + depots.indexOf(shift.depot);
  const shiftsOfKind = Array.from({ length: kinds }, (): number[] => []);
  shifts.forEach(({ kind }, index) => shiftsOfKind[kind]!.push(index));
  return {
    visits: visits.length, shifts: shifts.length, kinds, side, travel,
    row: Int32Array.from([...visits.map((_, index) => index), ...shifts.flatMap((shift) => [depotRow(shift), depotRow(shift)])]),
    service: Int32Array.from([...visits.map(({ service }) => service), ...shifts.flatMap(() => [0, 0])]),
    load: Int32Array.from(visits.map(({ load }) => load)),
    penalty: Float64Array.from(visits.map(({ penalty }) => penalty)),
    kind: Int32Array.from(shifts.map(({ kind }) => kind)),
    opens: Int32Array.from(shifts.map(({ opens }) => opens)),
    closes: Int32Array.from(shifts.map(({ closes }) => closes)),
    capacity: Int32Array.from(shifts.map(({ capacity }) => capacity)),
    fixed: Float64Array.from(shifts.map(({ fixed }) => fixed)),
    tokens: shifts.map(({ tokens }) => tokens),
    tokenCount: Math.max(-1, ...shifts.flatMap(({ tokens }) => tokens)) + 1,
    ...pairs(visits, shifts, shiftsOfKind, { side, travel, depotRow }),
    shiftsOfKind,
    ...neighbours(visits.length, side, travel),
  };
}

type Ways = { readonly side: number; readonly travel: Int32Array; readonly depotRow: (shift: ModelShift) => number };

/** When each visit may begin in each kind of shift, cut to what the way from and to the depot leaves of it. */
function pairs(visits: readonly ModelVisit[], shifts: readonly ModelShift[], shiftsOfKind: readonly (readonly number[])[], { side, travel, depotRow }: Ways): Pick<Model, "windowFrom" | "windowOpen" | "windowClose" | "extra" | "kindFrom" | "kindList"> {
  const kinds = shiftsOfKind.length;
  const windowFrom = new Int32Array(visits.length * kinds + 1);
  const kindFrom = new Int32Array(visits.length + 1);
  const extra = new Float64Array(visits.length * kinds);
  const [opens, closes, kindList]: number[][] = [[], [], []];
  visits.forEach((visit, index) => {
    for (let kind = 0; kind < kinds; kind += 1) {
      const shift = shifts[shiftsOfKind[kind]![0] ?? -1];
      if (shift) {
        const earliest = shift.opens + travel[depotRow(shift) * side + index]!;
        const latest = shift.closes - travel[index * side + depotRow(shift)]! - visit.service;
        const fitting = visit.load > shift.capacity ? [] : visit.starts(kind).map(([open, close]): Window => [Math.max(open, earliest), Math.min(close, latest)]).filter(([open, close]) => open <= close);
        for (const [open, close] of fitting) {
          opens!.push(open);
          closes!.push(close);
        }
        if (fitting.length > 0) kindList!.push(kind);
        extra[index * kinds + kind] = fitting.length > 0 ? visit.extra(kind) : 0;
      }
      windowFrom[index * kinds + kind + 1] = opens!.length;
    }
    kindFrom[index + 1] = kindList!.length;
  });
  return { windowFrom, windowOpen: Int32Array.from(opens!), windowClose: Int32Array.from(closes!), extra, kindFrom, kindList: Int32Array.from(kindList!) };
}

function neighbours(visits: number, side: number, travel: Int32Array): Pick<Model, "near" | "reach"> {
  const reach = Math.min(visits, REACH);
  const near = new Int32Array(visits * reach);
  const between = (one: number, other: number): number => travel[one * side + other]! + travel[other * side + one]!;
  for (let visit = 0; visit < visits; visit += 1) {
    const others = Array.from({ length: visits }, (_, index) => index).sort((one, other) => (one === visit ? -1 : other === visit ? 1 : between(visit, one) - between(visit, other) || one - other));
    near.set(others.slice(0, reach), visit * reach);
  }
  return { near, reach };
}
