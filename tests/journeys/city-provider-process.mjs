import { createServer } from "node:http";
import Provider from "oidc-provider";

/**
 * The certified OpenID provider as a city's own sign-in. It signs in whom `PUT /control` names last, without asking: the portal is under test, not the provider's
 * pages. Told by its environment: PROVIDER_PORT, PORTAL_ORIGIN.
 */
const { PROVIDER_PORT: port, PORTAL_ORIGIN: origin } = process.env;
const issuer = `http://localhost:${port}`;
/** `{ sub, amr, acr, claims }` */
let present = { sub: "nobody", amr: ["pwd"], claims: {} };

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "portal",
      client_secret: "a-secret-of-the-test",
      redirect_uris: [`${origin}/api/auth/callback/city`],
      post_logout_redirect_uris: [`${origin}/login`],
      response_types: ["code"],
      grant_types: ["authorization_code"],
      token_endpoint_auth_method: "client_secret_basic",
    },
  ],
  pkce: { required: () => true },
  claims: { openid: ["sub", "amr", "acr"], email: ["email", "email_verified"], profile: ["name", "roles"] },
  conformIdTokenClaims: false,
  acrValues: ["urn:city:two"],
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
  cookies: { keys: ["only-for-tests"] },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...present.claims }) }),
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId });
    grant.addOIDCScope("openid email profile");
    await grant.save();
    return grant;
  },
});

const handle = provider.callback();
createServer((request, response) => {
  if (request.method === "PUT" && request.url === "/control") {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      present = JSON.parse(Buffer.concat(chunks).toString());
      response.end();
    });
  } else if (request.url.startsWith("/interaction/")) {
    const { sub, amr, acr } = present;
    provider.interactionFinished(request, response, { login: { accountId: sub, amr, acr, remember: false } }, { mergeWithLastSubmission: false });
  } else {
    handle(request, response);
  }
}).listen(Number(port), "localhost");
