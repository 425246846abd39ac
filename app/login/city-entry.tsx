import { Alert } from "@/app/_ui/alert";
import { ButtonLink } from "@/app/_ui/button-link";
import { Section } from "@/app/_ui/section";
import { TextLink } from "@/app/_ui/text-link";
import { env } from "@/lib/env";
import { cityLogin, cityTrouble } from "@/lib/messages/city-login";

type Query = Readonly<Record<string, string | undefined>>;

/** The way in for the city's own staff, where the city has a sign-in of its own. */
export function CityEntry({ next }: { readonly next: string }) {
  const { provider } = env().signIn;
  if (!provider) return null;
  return (
    <Section title={cityLogin.title}>
      <p>{cityLogin.text}</p>
      <ButtonLink href={`/login/city${next ? `?next=${encodeURIComponent(next)}` : ""}`}>{provider.label ?? cityLogin.enter}</ButtonLink>
    </Section>
  );
}

/** Why the city's own sign-in did not let somebody in, or that it is still open after signing out here. */
export function CityNews({ query }: { readonly query: Query }) {
  const { provider } = env().signIn;
  if (!provider) return null;
  if (query.city === "signedOut") {
    return (
      <Alert tone="info" title={cityLogin.stillOpenTitle}>
        <p>
          {cityLogin.stillOpenText} <TextLink href="/login/city/end">{cityLogin.end}</TextLink>
        </p>
      </Alert>
    );
  }
  const trouble = query.error === undefined ? query.city : "failed";
  if (trouble === undefined) return null;
  return (
    <Alert tone="danger" title={cityLogin.troubleTitle} role="alert">
      <p>{cityTrouble(trouble)}</p>
    </Alert>
  );
}
