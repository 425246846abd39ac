import { personInClaims, type Claims } from "@/lib/auth/claims";
import { readProviderSettings, type ProviderSettings } from "@/lib/auth/provider-settings";

const SOURCE = { OIDC_ISSUER: "https://login.city.example/realms/city/", OIDC_CLIENT_ID: "portal", OIDC_CLIENT_SECRET: "s", OIDC_ROLE_MAP: "bk-leitung=TEAM_LEAD, a=b=CREW" };
const read = (source: Record<string, string | undefined>, mode: "demo" | "production" = "production"): ProviderSettings | null =>
  readProviderSettings(source, mode, (sentence) => {
    throw new Error(sentence);
  });
const person = (claims: Claims, more: Record<string, string> = {}) => personInClaims({ sub: "1", email: "P.Lead@City.example", email_verified: true, ...claims }, read({ ...SOURCE, ...more })!);

describe("the settings of the city's own sign-in", () => {
  test("are none where nothing is set, and whole or refused where something is", () => {
    expect(read({})).toBeNull();
    expect(read({ OIDC_ISSUER: " " })).toBeNull();
    expect(read(SOURCE)).toMatchObject({ issuer: "https://login.city.example/realms/city", roleClaim: "roles", label: null, allowsCode: false, secondFactor: { amr: [], acr: [] } });
    for (const name of Object.keys(SOURCE)) expect(() => read({ ...SOURCE, [name]: undefined })).toThrow(new RegExp(`${name} fehlt`));
  });

  test.each([
    [{ OIDC_ROLE_MAP: "heim=FACILITY_STAFF" }, /kommen nie aus dem Konto der Stadt/],
    [{ OIDC_ROLE_MAP: "jva=PRISON_SOCIAL_SERVICE" }, /kommen nie aus dem Konto der Stadt/],
    [{ OIDC_ROLE_MAP: "x=KING" }, /OIDC_ROLE_MAP/],
    [{ OIDC_ROLE_MAP: "=CREW" }, /OIDC_ROLE_MAP/],
    [{ OIDC_ISSUER: "http://login.city.example" }, /https/],
    [{ OIDC_ISSUER: "city" }, /OIDC_ISSUER/],
    [{ OIDC_MFA: "otp" }, /OIDC_MFA/],
    [{ OIDC_CODE_FOR_STAFF: "maybe" }, /yes oder no/],
  ])("that are wrong end the start: %p", (more, sentence) => {
    expect(() => read({ ...SOURCE, ...(more as Record<string, string>) })).toThrow(sentence);
  });
});

describe("the person in the claims", () => {
  test("has the roles that the map knows, wherever the city keeps them", () => {
    expect(person({ roles: ["bk-leitung", "other", "a=b", "bk-leitung", 7, null] })?.roles).toEqual(["TEAM_LEAD", "CREW"]);
    expect(person({ roles: "bk-leitung" })?.roles).toEqual(["TEAM_LEAD"]);
    expect(person({ realm_access: { roles: ["bk-leitung"] } }, { OIDC_ROLE_CLAIM: "realm_access.roles" })?.roles).toEqual(["TEAM_LEAD"]);
    expect(person({ "https://city.example/roles": ["bk-leitung"] }, { OIDC_ROLE_CLAIM: "https://city.example/roles" })?.roles).toEqual(["TEAM_LEAD"]);
    for (const roles of [undefined, null, {}, [], ["TEAM_LEAD"], ["BK-LEITUNG"]]) expect(person({ roles })?.roles).toEqual([]);
    expect(person({}, { OIDC_ROLE_CLAIM: "constructor.name" })?.roles).toEqual([]);
  });

  test("has used a second factor only where the city's setting says so of what the token says", () => {
    const setting = { OIDC_MFA: "amr:otp, amr:hwk, acr:urn:city:two" };
    for (const claims of [{ amr: ["pwd", "otp"] }, { amr: ["hwk"] }, { amr: "otp" }, { acr: "urn:city:two" }]) expect(person(claims, setting)?.hasSecondFactor).toBe(true);
    for (const claims of [{}, { amr: ["pwd"] }, { amr: [] }, { acr: "otp" }, { amr: ["urn:city:two"] }, { amr: ["OTP"] }, { acr: ["urn:city:two"] }]) expect(person(claims, setting)?.hasSecondFactor).toBe(false);
    expect(person({ amr: ["pwd", "otp", "mfa"] })?.hasSecondFactor).toBe(false);
  });

  test("needs an identifier and an address that the city does not call unproven", () => {
    expect(person({})).toMatchObject({ subject: "1", email: "p.lead@city.example", name: "p.lead@city.example" });
    expect(person({ name: "  Petra \n Lead " })?.name).toBe("Petra Lead");
    for (const claims of [{ sub: "" }, { sub: 7 }, { email: undefined }, { email: "a@b" }, { email: "a@b.example, c@d.example" }, { email: "a@b.example\r\nBcc: c@d.example" }, { email_verified: false }]) expect(person(claims as Claims)).toBeNull();
  });
});
