import type { Page } from "playwright-core";
import { signedIn, useBrowser } from "./browser";
import { fill, formOf, press, says } from "./forms";
import { mailsAt, mailThat } from "./mails";
import { usePortal } from "./portal";
import { aVisitor, isSignedIn } from "./visitor";

const portal = usePortal();
const browser = useBrowser();
const origin = (): string => portal.origins()[0]!;
const ADDRESS = "spaetdienst@haus.example";

describe("a house's lead and her colleagues, without JavaScript", () => {
  let lead: Page;
  beforeAll(async () => {
    lead = await signedIn(browser(), origin(), "linde", { javaScriptEnabled: false });
  });

  test("invites a colleague, who signs in with the code that a mail brings, and cannot invite in turn", async () => {
    await lead.goto("/facility/site");
    await lead.getByRole("link", { name: "Wer sich anmelden kann" }).click();
    const form = formOf(lead, "colleagues.invite");
    await fill(form, { name: "Sabine Spät", email: ADDRESS });
    await press(form);
    await says(lead, "Eingeladen.");
    await says(lead, "Sabine Spät");
    const invitation = await mailThat(portal.mailbox(), (mail) => JSON.stringify(mail.to).includes(ADDRESS));
    expect(invitation.text).not.toMatch(/code=/);
    const colleague = aVisitor(origin());
    const before = (await mailsAt(portal.mailbox())).map(({ id }) => id);
    await colleague.post("login.code", { email: ADDRESS, next: "" });
    const { text } = await mailThat(portal.mailbox(), (mail) => JSON.stringify(mail.to).includes(ADDRESS) && !before.includes(mail.id));
    await colleague.post("login.redeem", { code: /code=(\d{6})/.exec(text)![1]!, next: "" });
    expect(await isSignedIn(colleague)).toBe(true);
    const page = await colleague.get("/facility/colleagues");
    expect(page).toMatchObject({ status: 200 });
    expect(page.text).not.toContain("/do/colleagues.");
    await lead.goto("/facility/colleagues");
    await press(formOf(lead, "colleagues.remove"));
    await says(lead, "Entfernt.");
    expect(await isSignedIn(colleague)).toBe(false);
  });

  test("hands the lead over, and the buttons go with it", async () => {
    await lead.goto("/facility/colleagues");
    await fill(formOf(lead, "colleagues.invite"), { name: "Nora Nachfolge", email: "nachfolge@haus.example" });
    await press(formOf(lead, "colleagues.invite"));
    await press(formOf(lead, "colleagues.handOver"));
    await says(lead, "Die Leitung ist übergeben.");
    expect(await formOf(lead, "colleagues.invite").count()).toBe(0);
    const office = await signedIn(browser(), origin(), "leitung", { javaScriptEnabled: false });
    await office.goto("/office/facilities");
    await says(office, "2, Leitung: Nora Nachfolge");
  });
});

describe("the yearly look at the house's data, without JavaScript", () => {
  test("takes one press, and the office sees who is overdue", async () => {
    const office = await signedIn(browser(), origin(), "leitung", { javaScriptEnabled: false });
    await office.goto("/office/facilities");
    await office.getByRole("link", { name: "Nur überfällige zeigen" }).click();
    await says(office, "überfällig");
    await portal.prisma().siteSheet.updateMany({ where: { facility: { contactEmail: "burgholz@demo.example" } }, data: { confirmedAt: new Date("2020-01-01") } });
    const home = await signedIn(browser(), origin(), "burgholz", { javaScriptEnabled: false });
    await home.goto("/facility/site");
    await says(home, "Bitte lesen Sie die Angaben einmal im Jahr durch.");
    await press(formOf(home, "site.confirm"));
    await says(home, "Bestätigt.");
    expect(await home.getByText("Bitte lesen Sie die Angaben einmal im Jahr durch.").count()).toBe(0);
  });
});
