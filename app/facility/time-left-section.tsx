import { EmptyState } from "@/app/_ui/empty-state";
import { Section } from "@/app/_ui/section";
import { TextLink } from "@/app/_ui/text-link";
import { TimeLeftTable } from "@/app/facility/time-left";
import { timeLeft as words } from "@/lib/messages/time-left";
import type { TimeLeftPage } from "@/lib/time-left/queries";

/** On the prison's start page: who is released first, with the way to everybody. */
export function TimeLeftSection({ lines, found, today, parameters }: TimeLeftPage) {
  return (
    <Section title={words.title} actions={<TextLink href="/facility/time-left">{words.all}</TextLink>}>
      <p>{words.lead}</p>
      {lines.length === 0 ? <EmptyState text={words.nobody} /> : <TimeLeftTable caption={words.first(lines.length, found)} lines={lines} today={today} parameters={parameters} picked={null} />}
    </Section>
  );
}
