import { AUDIT_ACTIONS } from "@/lib/audit/types";
import { DEMO_ACCOUNTS } from "@/lib/auth/demo";
import { isReminderDue } from "@/lib/visits/rules";
import { civilDateOf } from "@/lib/time/calendar";
import { isMailKind, writeMail } from "@/emails/registry";
import { broken, type Rule } from "./view";

function duplicates(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((one) => seen.size === seen.add(one).size);
}

export const recordRules: Readonly<Record<string, Rule>> = {
  "every demo account exists in its role": (city) =>
    DEMO_ACCOUNTS.filter(({ email, name, role }) => {
      const user = city.rows.user.find((one) => one.email === email && one.displayName === name);
      return !city.rows.membership.some((one) => one.userId === user?.id && one.role === role);
    }).map(({ email }) => email),

  "a facility's role names its facility, an office role none": (city) =>
    broken(city.rows.membership, ({ role, facilityId }) => (role === "FACILITY_STAFF" || role === "PRISON_SOCIAL_SERVICE") !== (facilityId !== null), ({ id }) => id),

  "ids, references and codes of messages are never used twice": (city) => [
    ...Object.values(city.rows).flatMap((rows) => duplicates(rows.flatMap((row) => ("id" in row ? [row.id] : [])))),
    ...duplicates([...city.rows.visitRequest, ...city.rows.visit, ...city.rows.tour].map(({ reference }) => reference)),
    ...duplicates(city.rows.mailOrder.map(({ messageId }) => messageId)),
    ...duplicates(city.rows.mailOrder.flatMap(({ uniqueKey }) => uniqueKey ?? [])),
  ],

  "whatever was told or recorded happened before today": (city) => [
    ...broken(city.rows.mailOrder, ({ state, createdAt, sentAt }) => state !== "SENT" || sentAt === null || sentAt < createdAt || sentAt >= city.now, ({ kind, createdAt }) => `${kind} ${createdAt.toISOString()}`),
    ...broken(city.rows.auditEntry, ({ at, action }) => at >= city.now || !(AUDIT_ACTIONS as readonly string[]).includes(action), ({ action }) => action),
    ...broken([...city.rows.visitRequest, ...city.rows.visit, ...city.rows.case, ...city.rows.tour, ...city.rows.resident], ({ createdAt }) => createdAt >= city.now, ({ id }) => id),
  ],

  "mails go to the house that they are about, or to the office": (city) =>
    broken(
      city.rows.mailOrder,
      ({ kind, toAddress, facilityId }) => facilityId === null || toAddress !== (kind.startsWith("office-") ? "leitung@demo.example" : city.facility(facilityId).contactEmail),
      ({ kind }) => kind,
    ),

  "no reminder of the past is missing, none of today is taken away from the worker": (city) =>
    broken(
      city.rows.visit,
      (visit) => {
        const { state, startsAt, announcedAt } = visit;
        if (!startsAt || !announcedAt || (state !== "ANNOUNCED" && state !== "CONFIRMED")) return false;
        const yesterdaysEnd = new Date(city.now.getTime() - 1);
        const wasDue = isReminderDue({ state, startsAt, announcedAt }, yesterdaysEnd, city.parameters);
        const key = `visit-reminder:${visit.id}:${civilDateOf(startsAt)}`;
        return wasDue !== city.rows.mailOrder.some(({ uniqueKey }) => uniqueKey === key);
      },
      ({ reference }) => reference,
    ),
};

const CONTEXT = { origin: "http://localhost:3000", officePhone: "0231 000-0" };

/** Writing every mail of a city takes its time; it is done on some days only. */
export const slowRules: Readonly<Record<string, Rule>> = {
  "R62: no mail names a person of a roster": (city) => {
    const texts = city.rows.mailOrder.map(({ kind, facts }) => {
      if (!isMailKind(kind)) return { kind, text: null };
      const { subject, text } = writeMail(kind, facts as never, CONTEXT);
      return { kind, text: `${subject}\n${text}` };
    });
    const names = city.rows.resident.map(({ firstNames, lastName }) => `${firstNames} ${lastName}`);
    return texts.filter(({ text }) => text === null || names.some((name) => text.includes(name))).map(({ kind }) => kind);
  },
};
