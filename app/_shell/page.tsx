import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { AppFrame } from "@/app/_ui/frame";
import { Alert } from "@/app/_ui/alert";
import { SubmitButton } from "@/app/_ui/submit-button";
import { officeContact } from "@/app/_shell/contact";
import { answerWithStatus, clearAfterSession, cookieValue, currentPerson, currentSession, proofFirst, requestedPath, wayIn, withQuery } from "@/app/_shell/current";
import { ECHO_COOKIE } from "@/app/_shell/names";
import { SessionWarning } from "@/app/_shell/session-warning";
import { Form } from "@/app/_shell/form";
import { NothingHere, NotShown } from "@/app/_shell/nothing-here";
import { navigationOf } from "@/app/_shell/navigation";
import { countRefusal } from "@/lib/audit/refusals";
import { NotOnRecord, viewed } from "@/lib/audit/view";
import { HOME_OF, may, type Permission } from "@/lib/auth/policy";
import { isFresh } from "@/lib/auth/second-factor";
import { scopeOf, type Scope } from "@/lib/auth/scope";
import type { Person } from "@/lib/auth/types";
import { env } from "@/lib/env";
import { readEcho } from "@/lib/forms/echo";
import type { FormEcho } from "@/lib/forms/types";
import { logOf } from "@/lib/log";
import { common } from "@/lib/messages/common";
import { isNoticeCode, notices } from "@/lib/messages/notices";
import { roleLabels } from "@/lib/messages/roles";
import { NOTICE_OF_ROLE, noticePath } from "@/lib/privacy/notices";

const log = logOf("web");

type Query = Readonly<Record<string, string | undefined>>;

export type PublicContext = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** This page's own path with its query, without echo and notice; for `from`. */
  readonly path: string;
  readonly echo: FormEcho;
  /** What just happened, for PageLayout's `notice`. */
  readonly notice: ReactNode;
};
export type PageContext = PublicContext & { readonly actor: Person; readonly scope: Scope; readonly now: Date };

type PageProps = { readonly params: Promise<Record<string, string>>; readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/**
 * A page for signed-in people who have the permission. Others are led to the sign-in, or told that there is no such page. A `fresh` one shows what must not be left
 * to an open browser: whoever proved the second factor longer than ten minutes ago proves it again first.
 */
export function page(permission: Permission, render: (context: PageContext) => Promise<ReactNode>, more: { readonly fresh?: true } = {}) {
  return async function GuardedPage(props: PageProps) {
    const current = await currentPerson();
    if (!current) {
      await countRefusal(null, "signedOut", permission);
      await clearAfterSession();
      redirect(await wayIn(await requestedPath()));
    }
    const { person, now } = current;
    const base = await publicContext(props, person.userId);
    const isAllowed = may(person.role, permission);
    if (isAllowed && more.fresh && !isFresh(person.provenAt, now)) redirect(proofFirst(base.path));
    const kind = base.path.split("?")[0]!.endsWith("/print") ? "printViewed" : "personsViewed";
    const content = await orNothing(async () => (isAllowed ? viewed(person, kind, base.path, () => render({ ...base, actor: person, scope: scopeOf(person), now })) : null), () => countRefusal(person, isAllowed ? "row" : "permission", permission));
    return (
      <AppFrame
        homeHref={HOME_OF[person.role]}
        nav={navigationOf(person.role, base.path)}
        account={{ name: person.displayName, detail: person.facilityName ?? roleLabels[person.role], signOut: <SignOut from={base.path} /> }}
        isDemo={env().mode === "demo"}
        contact={officeContact()}
        privacyHref={noticePath(NOTICE_OF_ROLE[person.role])}
        session={<SessionWarning session={current} from={base.path} />}
      >
        {content}
      </AppFrame>
    );
  };
}

/** A page for everybody. Signed-in people keep their navigation. */
export function publicPage(render: (context: PublicContext) => Promise<ReactNode>) {
  return async function PublicPage(props: PageProps) {
    const current = await currentPerson();
    const base = await publicContext(props, (await currentSession())?.holder.userId ?? null);
    const content = await orNothing(() => render(base));
    const isDemo = env().mode === "demo";
    if (!current) return <AppFrame signInHref="/login" isDemo={isDemo} contact={officeContact()}>{content}</AppFrame>;
    const { person } = current;
    return (
      <AppFrame
        homeHref={HOME_OF[person.role]}
        nav={navigationOf(person.role, base.path)}
        account={{ name: person.displayName, detail: person.facilityName ?? roleLabels[person.role], signOut: <SignOut from={base.path} /> }}
        isDemo={isDemo}
        contact={officeContact()}
        privacyHref={noticePath(NOTICE_OF_ROLE[person.role])}
        session={<SessionWarning session={current} from={base.path} />}
      >
        {content}
      </AppFrame>
    );
  };
}

const NOT_FOUND_DIGEST = "NEXT_HTTP_ERROR_FALLBACK;404";

/**
 * The page; or the one page for what does not exist and what is not for this person, with the status 404 and readable without script; or, where the view could not be put
 * on record, a page that shows nothing of it (503).
 */
async function orNothing(render: () => Promise<ReactNode>, onNothing = async (): Promise<void> => undefined): Promise<ReactNode> {
  try {
    const content = await render();
    if (content !== null) return content;
  } catch (error) {
    if (error instanceof NotOnRecord) {
      log.error("viewNotOnRecord", error.cause);
      await answerWithStatus(503);
      return <NotShown />;
    }
    if ((error as { digest?: unknown } | null)?.digest !== NOT_FOUND_DIGEST) throw error;
  }
  await onNothing();
  await answerWithStatus(404);
  return <NothingHere />;
}

async function publicContext(props: PageProps, userId: string | null): Promise<PublicContext> {
  const [params, query, path] = await Promise.all([props.params, singleValues(props.searchParams), requestedPath()]);
  const echo = query.echo ? await readEcho(query.echo, userId, await cookieValue(ECHO_COOKIE)) : null;
  return { params, query, path: withQuery(path, { echo: null, notice: null }), echo, notice: <Notice code={query.notice} /> };
}

async function singleValues(searchParams: PageProps["searchParams"]): Promise<Query> {
  const entries = Object.entries(await searchParams).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value] as const);
  return Object.fromEntries(entries);
}

function Notice({ code }: { readonly code: string | undefined }) {
  if (!isNoticeCode(code)) return null;
  const notice: { readonly title: string; readonly text?: string } = notices[code];
  return (
    <Alert tone="success" title={notice.title} role="status">
      {notice.text ? <p>{notice.text}</p> : null}
    </Alert>
  );
}

function SignOut({ from }: { readonly from: string }) {
  return (
    <Form action="account.signOut" from={from} className="bk-sign-out">
      <SubmitButton variant="tertiary" size="small">{common.frame.signOut}</SubmitButton>
    </Form>
  );
}
