import { common } from "@/lib/messages/common";

export type Contact = { readonly phone: string; readonly mail: string };

/** "0231 50-00000" becomes what a phone dials. */
export const phoneHref = (phone: string): string => `tel:${phone.replace(/^0/, "+49").replace(/[^+\d]/g, "")}`;

/** R66: the links that the law wants on every page (BITVNRW, § 5 DDG), and whom to call. */
export function SiteFooter({ contact: { phone, mail } = common.contact, privacyHref = "/privacy" }: { readonly contact?: Contact; readonly privacyHref?: string }) {
  const { contact, footer } = common;
  return (
    <footer className="bk-footer">
      <div className="bk-container bk-footer__content">
        <div className="bk-footer__contact">
          <p className="bk-footer__owner">{common.ownerUnit}</p>
          <p>
            {contact.phoneLabel} <a href={phoneHref(phone)}>{phone}</a>
          </p>
          <p>
            {contact.mailLabel} <a href={`mailto:${mail}`}>{mail}</a>
          </p>
        </div>
        <nav aria-label={common.frame.footerNavigation}>
          <ul>
            <li><a href="/imprint">{footer.imprint}</a></li>
            <li><a href={privacyHref}>{footer.privacy}</a></li>
            <li><a href="/accessibility">{footer.accessibility}</a></li>
            <li><a href="/accessibility#feedback">{footer.feedback}</a></li>
            <li><a href="/easy-language">{footer.easyLanguage}</a></li>
            <li><a href="/sign-language">{footer.signLanguage}</a></li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
