import { common } from "@/lib/messages/common";
import { type Contact, phoneHref } from "./site-footer";

type ContactFactsProps = { readonly contact: Contact; readonly labels?: { readonly phone: string; readonly mail: string; readonly hours: string } };

const GERMAN = { phone: common.contact.phoneLabel, mail: common.contact.mailLabel, hours: common.contact.hours };

/** Whom to call and when. */
export function ContactFacts({ contact: { phone, mail }, labels = GERMAN }: ContactFactsProps) {
  return (
    <ul className="bk-contact">
      <li>
        {labels.phone} <a href={phoneHref(phone)}>{phone}</a>
      </li>
      <li>{labels.hours}</li>
      <li>
        {labels.mail} <a href={`mailto:${mail}`}>{mail}</a>
      </li>
    </ul>
  );
}
