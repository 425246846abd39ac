import fc from "fast-check";
import { caseStateRefusal, closeRefusal, nextCaseState, outcomeEffect, outcomesFor, retractionOf, stateAtVisit } from "@/lib/cases/rules";
import { caseStates, notPossibleReasons, services, type CaseCloseReason, type CaseState, type CaseVerb, type OutcomeEffect, type Service } from "@/lib/cases/types";
import { caseAfterLeaving } from "@/lib/leaving/rules";
import { leaveReasons } from "@/lib/leaving/types";
import { needsVisit } from "@/lib/requests/rules";
import { nextVisitState } from "@/lib/visits/rules";
import type { VisitState, VisitVerb } from "@/lib/visits/types";

/** A visit and the cases in it, a case and where it is: what the tables say, without a database. */
type ModelVisit = { state: VisitState; readonly id: number };
type ModelCase = { readonly service: Service; state: CaseState; closed: string | null; visit: number | null; last: { effect: OutcomeEffect; found: "ACCEPTED" | "APPLIED" } | null };
type Model = { readonly visits: ModelVisit[]; readonly cases: ModelCase[] };

const occupants = (model: Model, visit: ModelVisit): ModelCase[] => model.cases.filter((one) => one.visit === visit.id);

function go(one: ModelCase, verb: CaseVerb): boolean {
  if (caseStateRefusal(one.state, verb) !== null) return false;
  one.state = nextCaseState(one.state, verb)!;
  if (verb !== "close") one.closed = null;
  return true;
}

function visit(model: Model, which: ModelVisit, verb: VisitVerb): boolean {
  const next = nextVisitState(which.state, verb);
  if (next === null) return false;
  which.state = next;
  return true;
}

/** Waits for a visit: joins the one that is to be planned, or a new one. */
function queue(model: Model, one: ModelCase): void {
  let waiting = model.visits.find(({ state }) => state === "TO_PLAN");
  if (!waiting) model.visits.push((waiting = { id: model.visits.length + 1, state: "TO_PLAN" }));
  one.visit = waiting.id;
}

/** Leaves its visit; a visit that nobody is left in is cancelled where that is still possible. */
function takeOut(model: Model, one: ModelCase): void {
  const left = model.visits.find(({ id }) => id === one.visit);
  one.visit = null;
  if (left && occupants(model, left).length === 0) visit(model, left, "cancel");
}

function close(model: Model, one: ModelCase, reason: CaseCloseReason): boolean {
  if (closeRefusal(one.state, reason) !== null || !go(one, "close")) return false;
  one.closed = reason;
  takeOut(model, one);
  return true;
}

const isUnderway = (model: Model, one: ModelCase): boolean => model.visits.some(({ id, state }) => id === one.visit && state === "UNDERWAY");

type Step = { readonly deed: (typeof deeds)[number]; readonly at: number; readonly by: number };
const deeds = ["send", "accept", "decline", "withdraw", "place", "announce", "confirm", "question", "move", "remove", "leave", "join", "depart", "record", "correct", "finish", "arrive", "collect"] as const;

function act(model: Model, { deed, at, by }: Step): void {
  const one = model.cases[at % model.cases.length]!;
  const there = model.visits[by % Math.max(1, model.visits.length)];
  switch (deed) {
    case "send": return void go(one, "send");
    case "accept": return void (go(one, "accept") && needsVisit([one.service]) && queue(model, one));
    case "decline": return void (one.state === "REQUESTED" && close(model, one, "DECLINED"));
    case "withdraw": return void (!isUnderway(model, one) && close(model, one, "WITHDRAWN"));
    case "leave": {
      const own = model.visits.find(({ id }) => id === one.visit);
      if (!own || nextVisitState(own.state, "changePeople") === null) return;
      const reason = leaveReasons[by % leaveReasons.length]!;
      const then = caseAfterLeaving(reason, one.state);
      if (then === "END") return void close(model, one, "GONE");
      takeOut(model, one);
      if (then === "WAIT") queue(model, one);
      return;
    }
    case "join": {
      const from = model.visits.find(({ id }) => id === one.visit);
      if (!there || from?.state !== "TO_PLAN" || nextVisitState(there.state, "changePeople") === null) return;
      takeOut(model, one);
      one.visit = there.id;
      return;
    }
    case "record": {
      if (!isUnderway(model, one) || one.visit === null) return;
      const outcomes = outcomesFor(one.service, one.state);
      const outcome = outcomes[by % Math.max(1, outcomes.length)];
      if (!outcome) return;
      const found = stateAtVisit(one.service, one.state === "APPLIED");
      const effect = outcomeEffect(one, outcome, outcome === "NOT_POSSIBLE" ? notPossibleReasons[by % notPossibleReasons.length]! : null);
      if (!effect.ok || !go(one, effect.value.verb)) return;
      one.last = { effect: effect.value, found };
      if (effect.value.verb === "close") one.closed = effect.value.reason;
      one.visit = null;
      if (effect.value.verb === "impede") queue(model, one);
      return;
    }
    case "correct": {
      const last = one.last;
      // What rests on the old outcome keeps it: a later visit that stands on a tour, or another end.
      const waits = model.visits.find(({ id }) => id === one.visit);
      if (!last || (waits && waits.state !== "TO_PLAN") || (one.state === "CLOSED" && last.effect.verb !== "close")) return;
      if (nextCaseState(one.state, retractionOf(last.effect, last.found)) !== last.found) return;
      if (one.visit !== null) takeOut(model, one);
      go(one, retractionOf(last.effect, last.found));
      const outcome = outcomesFor(one.service, one.state)[by % 2]!;
      const effect = outcomeEffect(one, outcome, outcome === "NOT_POSSIBLE" ? notPossibleReasons[by % notPossibleReasons.length]! : null);
      if (!effect.ok || !go(one, effect.value.verb)) return;
      one.last = { effect: effect.value, found: last.found };
      if (effect.value.verb === "close") one.closed = effect.value.reason;
      if (effect.value.verb === "impede") queue(model, one);
      return;
    }
    case "arrive": return void (one.service === "ID_CARD" && one.state === "APPLIED" && one.visit === null && queue(model, one));
    case "collect": {
      const waits = model.visits.find(({ id }) => id === one.visit);
      return void (one.service === "ID_CARD" && one.state === "APPLIED" && (!waits || waits.state === "TO_PLAN") && close(model, one, "DONE"));
    }
    case "finish": return void (there && occupants(model, there).length === 0 && visit(model, there, "finish"));
    default: return void (there && visit(model, there, deed));
  }
}

function faults(model: Model): readonly string[] {
  const found: string[] = [];
  for (const one of model.cases) {
    const own = model.visits.find(({ id }) => id === one.visit);
    if (!(caseStates as readonly string[]).includes(one.state)) found.push("a case in none of its states");
    if ((one.state === "CLOSED") !== (one.closed !== null)) found.push("an end without a reason, or a reason without an end");
    if (own && (one.state === "CLOSED" || one.state === "DRAFT" || one.state === "REQUESTED")) found.push(`a case that is ${one.state} in a visit`);
    if (own && (own.state === "DONE" || own.state === "CANCELLED")) found.push(`somebody in a visit that is ${own.state}`);
    if (!own && one.state === "ACCEPTED" && needsVisit([one.service])) found.push("an accepted case that waits for nothing");
  }
  for (const which of model.visits) {
    if (["TO_PLAN", "PLANNED", "ANNOUNCED", "CONFIRMED"].includes(which.state) && occupants(model, which).length === 0) found.push(`a visit to nobody that is ${which.state}`);
  }
  return found;
}

/** What leads on comes more often than what leads back, or no walk would get far. */
const onwards = ["send", "accept", "place", "announce", "confirm", "depart", "record", "finish", "arrive"] as const satisfies readonly Step["deed"][];
const deed = fc.oneof({ weight: 3, arbitrary: fc.constantFrom<Step["deed"]>(...onwards) }, { weight: 1, arbitrary: fc.constantFrom<Step["deed"]>(...deeds) });
const steps = fc.array(fc.record<Step>({ deed, at: fc.nat(5), by: fc.nat(11) }), { minLength: 60, maxLength: 160, size: "max" });
const start = (kinds: readonly Service[]): Model => ({ visits: [], cases: kinds.map((service) => ({ service, state: "DRAFT", closed: null, visit: null, last: null })) });

test("no order of edits, confirmations, absences, withdrawals and outcomes leaves a case in two visits or in none of its states", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...services), { minLength: 1, maxLength: 6 }), steps, (kinds, chosen) => {
      const model = start(kinds);
      for (const step of chosen) {
        act(model, step);
        const [fault] = faults(model);
        if (fault) throw new Error(`${fault} after ${step.deed}`);
      }
    }),
    { numRuns: 3000 },
  );
});

test("the walks get everywhere: every state of a case and of a visit is reached", () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...services), { minLength: 4, maxLength: 6 }), steps, (kinds, chosen) => {
      const model = start(kinds);
      for (const step of chosen) {
        act(model, step);
        for (const { state } of [...model.cases, ...model.visits]) reached.add(state);
      }
    }),
    { numRuns: 500, seed: 7 },
  );
  expect([...reached].sort()).toEqual([...new Set([...caseStates, "TO_PLAN", "PLANNED", "ANNOUNCED", "CONFIRMED", "UNDERWAY", "DONE", "CANCELLED"])].sort());
});
