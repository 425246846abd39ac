import { endSessionsIn } from "@/lib/auth/sessions";
import { countAgainst } from "@/lib/auth/rates";
import { scopeOf } from "@/lib/auth/scope";
import type { Person } from "@/lib/auth/types";
import { belongingTo } from "@/lib/colleagues/queries";
import { changeRefusal, leadRefusal, roleIn } from "@/lib/colleagues/rules";
import type { ColleagueInput, InviteColleagueInput } from "@/lib/colleagues/schema";
import type { Tx } from "@/lib/db/client";
import { actingAs } from "@/lib/db/in-scope";
import { newId } from "@/lib/db/id";
import { carriedOut, transact, type Effects, type WorkContext } from "@/lib/db/transact";
import type { MailDraft } from "@/lib/mail/types";
import { refused, type Outcome } from "@/lib/outcome";
import type { Refusal } from "@/lib/refusals";

type Changed = Promise<Outcome<{ readonly id: string }, Refusal>>;

/** Accounts of other houses are seen by the sign-in alone. */
const gate = scopeOf({ kind: "system", job: "sign-in" });

const invitation = (address: string, name: string): MailDraft => ({ kind: "invitation", to: { address, name }, facts: { path: "/login" } });

/**
 * Lets somebody sign in for the own house and tells the person by mail how; the mail's link consumes nothing, the sign-in asks for a code. An address that has an account
 * elsewhere gets the same mail and the same line in the list as one that has none. Refuses everybody but the lead, and whoever belongs to the house already.
 */
export async function inviteColleague(actor: Person, input: InviteColleagueInput): Changed {
  return asLead(actor, input.email, async ({ tx, now, scope }, { id: facilityId, kind }, people) => {
    const refusal = leadRefusal(people, actor.userId);
    if (refusal) return refused(refusal);
    if (people.some(({ user }) => user.email === input.email)) return refused({ code: "colleague.alreadyHere" });
    const userId = await actingAs(tx, gate, scope, () => accountOf(tx, input, now));
    const id = newId(now);
    const role = roleIn(kind);
    await tx.membership.create({ data: { id, userId, role, facilityId, calledName: input.name, createdAt: now }, select: { id: true } });
    return { id, audit: { action: "membershipAdded", subject: { kind: "user", id: userId }, facilityId, details: { membership: id, role } }, mails: [invitation(input.email, input.name)] };
  });
}

/** Sends the invitation of a colleague once more. */
export async function resendInvitation(actor: Person, input: ColleagueInput): Changed {
  return changeColleague(actor, input, async (_work, { id, userId, user, calledName }, facilityId) => ({
    id,
    audit: { action: "invitationResent", subject: { kind: "user", id: userId }, facilityId, details: { membership: id } },
    mails: [invitation(user.email, calledName ?? user.displayName)],
  }));
}

/** Ends what a colleague may do for the house, and the sessions in it at once. What the person began stays with the house; an account elsewhere stays as it is. */
export async function removeColleague(actor: Person, input: ColleagueInput): Changed {
  return changeColleague(actor, input, async ({ tx, now, scope }, { id, userId }, facilityId) => {
    await tx.membership.updateMany({ where: { id }, data: { endedAt: now, isLead: false } });
    const sessions = await actingAs(tx, gate, scope, () => endSessionsIn(tx, id, now));
    return { id, audit: { action: "membershipEnded", subject: { kind: "user", id: userId }, facilityId, details: { membership: id, sessions } }, mails: [] };
  });
}

/** Makes a colleague the lead of the house, and oneself none. */
export async function handLeadOver(actor: Person, input: ColleagueInput): Changed {
  return changeColleague(actor, input, async ({ tx }, { id, userId }, facilityId) => {
    await tx.membership.updateMany({ where: { id }, data: { isLead: true } });
    await tx.membership.updateMany({ where: { facilityId, userId: actor.userId, endedAt: null }, data: { isLead: false } });
    return { id, audit: { action: "leadSet", subject: { kind: "user", id: userId }, facilityId, details: { membership: id } }, mails: [] };
  });
}

type House = { readonly id: string; readonly kind: "NURSING_HOME" | "PRISON" };
type Colleague = Awaited<ReturnType<typeof belongingTo>>[number];
type Change = { readonly id: string; readonly audit: Effects["audit"][0]; readonly mails: readonly MailDraft[] };
type Answer = Change | { readonly ok: false; readonly refusal: Refusal };

/** One change of the own house's people, one at a time; mails to an address and of a house are counted before. */
async function asLead(actor: Person, address: string | null, work: (context: WorkContext, house: House, people: readonly Colleague[]) => Promise<Answer>): Changed {
  const { facilityId } = actor;
  if (!facilityId) return refused({ code: "notFound" });
  if (address !== null) {
    const seconds = await countAgainst(["invitationsOfHouse", facilityId], ["invitationsOfAddress", address]);
    if (seconds !== null) return refused({ code: "auth.tooMany", seconds });
  }
  return transact(actor, async (context) => {
    const { tx } = context;
    await tx.$executeRaw`SELECT id FROM "Facility" WHERE id = ${facilityId}::uuid FOR NO KEY UPDATE`;
    const house = await tx.facility.findUnique({ where: { id: facilityId }, select: { id: true, kind: true } });
    if (!house) return refused({ code: "notFound" });
    const answer = await work(context, house, await belongingTo(tx, facilityId));
    return "ok" in answer ? answer : carriedOut({ id: answer.id }, { audit: [answer.audit], mails: answer.mails });
  });
}

/** A change about somebody else of the house, by its lead. */
async function changeColleague(actor: Person, { id }: ColleagueInput, work: (context: WorkContext, colleague: Colleague, facilityId: string) => Promise<Change>): Changed {
  return asLead(actor, null, async (context, house, people) => {
    const target = people.find((one) => one.id === id);
    if (!target) return refused({ code: "notFound" });
    const refusal = changeRefusal(people, actor.userId, target);
    return refusal ? refused(refusal) : work(context, target, house.id);
  });
}

/** The account of an address, made where there is none. */
async function accountOf(tx: Tx, { email, name }: InviteColleagueInput, now: Date): Promise<string> {
  const found = await tx.user.findUnique({ where: { email }, select: { id: true } });
  return found?.id ?? (await tx.user.create({ data: { email, displayName: name, createdAt: now }, select: { id: true } })).id;
}
