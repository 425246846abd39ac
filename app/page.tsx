import type { Metadata } from "next";
import { ButtonLink } from "@/app/_ui/button-link";
import { Card } from "@/app/_ui/card";
import { ContactFacts } from "@/app/_ui/contact-facts";
import { DataTable } from "@/app/_ui/data-table";
import { KitDrawing } from "@/app/_ui/kit-drawing";
import { Section } from "@/app/_ui/section";
import { TextLink } from "@/app/_ui/text-link";
import { Verdict } from "@/app/_ui/verdict";
import { phoneHref } from "@/app/_ui/site-footer";
import { officeContact } from "@/app/_shell/contact";
import { publicPage } from "@/app/_shell/page";
import { common } from "@/lib/messages/common";
import { publicPages } from "@/lib/messages/public";

const { start } = publicPages;

export const metadata: Metadata = { title: start.documentTitle };

/** The public start page: what this is, two ways in, how it works, who, what it costs, what to prepare, whom to ask. */
export default publicPage(async ({ notice }) => (
  <div className="bk-container bk-page">
    <main id="content" className="bk-main bk-start" tabIndex={-1}>
      {notice}
      <div className="bk-hero">
        <div>
          <h1>{start.title}</h1>
          <p className="bk-lead">{start.lead}</p>
        </div>
        <div className="bk-hero__drawing">
          <KitDrawing label={start.drawing} />
        </div>
      </div>

      <section aria-labelledby="ways">
        <h2 id="ways" className="bk-sr">{start.waysTitle}</h2>
        <div className="bk-ways">
          {start.ways.map(({ title, text, link }) => (
            <Card key={title} title={title} headingLevel={3} tone="accent" footer={<ButtonLink href="/login">{link}</ButtonLink>}>
              <p>{text}</p>
            </Card>
          ))}
        </div>
        <p className="bk-ways__note">
          {start.noAccess} <a href={phoneHref(officeContact().phone)}>{officeContact().phone}</a>
        </p>
      </section>

      <Section title={start.stepsTitle}>
        <ol className="bk-start-steps">
          {start.steps.map(({ title, text }, index) => (
            <li key={title}>
              <h3>
                <span className="bk-start-steps__number" aria-hidden="true">{index + 1} </span>
                {title}
              </h3>
              <p>{text}</p>
            </li>
          ))}
        </ol>
        <p>{start.afterSteps}</p>
      </Section>

      <div className="bk-columns">
        <Section title={start.whoTitle}>
          <ul>
            {start.who.map((text) => <li key={text}>{text}</li>)}
          </ul>
          <Verdict tone="info" text={start.exemptionTitle} source={start.exemptionSource}>
            <p>{start.exemption}</p>
          </Verdict>
        </Section>
        <Section title={start.costsTitle}>
          <p>{start.costsLead}</p>
          <DataTable
            caption={start.costsCaption}
            isDense
            columns={[
              { key: "service", label: start.costsColumns.service },
              { key: "fee", label: start.costsColumns.fee, isNumeric: true },
            ]}
            rows={start.costs.map(({ service, fee }) => ({ id: service, cells: { service, fee } }))}
          />
        </Section>
      </div>

      <div className="bk-columns">
        <Section title={start.prepareTitle}>
          <ul>
            {start.prepare.map((text) => <li key={text}>{text}</li>)}
          </ul>
        </Section>
        <Section title={start.contactTitle} id="contact">
          <p>{start.contactText}</p>
          <ContactFacts contact={officeContact()} />
          <p>
            {start.easyTitle}: <TextLink href="/easy-language">{common.footer.easyLanguage}</TextLink>, <TextLink href="/sign-language">{common.footer.signLanguage}</TextLink>,{" "}
            <TextLink href="/english" lang="en">{common.footer.english}</TextLink>
          </p>
        </Section>
      </div>
    </main>
  </div>
));
