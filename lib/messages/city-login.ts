import { refusalSentence } from "./refusals";

/** The city's own sign-in. */
export const cityLogin = {
  title: "Beschäftigte der Stadt",
  text: "Sie melden sich mit dem Konto an, das Sie auch sonst bei der Stadt benutzen.",
  enter: "Mit dem Konto der Stadt anmelden",
  troubleTitle: "Sie sind nicht angemeldet",
  failed: "Die Anmeldung mit dem Konto der Stadt hat nicht geklappt. Bitte versuchen Sie es noch einmal.",
  stillOpenTitle: "Ihr Konto der Stadt ist noch angemeldet",
  stillOpenText: "An einem gemeinsam benutzten Gerät melden Sie sich bitte auch dort ab.",
  end: "Konto der Stadt abmelden",
} as const;

/** Why the city's own sign-in let nobody in; the code stands in the address, so anything else than a known one gets the general sentence. */
export function cityTrouble(code: string): string {
  switch (code) {
    case "provider.noRole":
    case "provider.noAddress":
    case "provider.disabled":
    case "provider.facility":
    case "provider.otherPerson":
      return refusalSentence({ code });
    default:
      return cityLogin.failed;
  }
}
