import fs from "node:fs";

export const about = "A service can be saved as a contact unless that could harm, names others that may help, and a mail to its owner is already addressed.";

const HUB = "/services/mereshire-carers-hub/";
const LOCAL = "/services/alder-vale-young-carers-club/";
const SENSITIVE = ["haven-house-refuge", "domestic-abuse-outreach", "national-domestic-abuse-helpline", "worried-about-an-adult"].map((name) => `/services/${name}/`);

export default async (test) => {
  const page = await test.open(HUB);
  const link = page.locator("a[download]");
  const file = await link.getAttribute("href");
  test.check(file === `${HUB}contact.vcf`, HUB, `the contact to save is ${file}`);
  const card = fs.readFileSync(test.site.file(file), "utf8").replaceAll("\r\n ", "");
  for (const line of ["BEGIN:VCARD", "VERSION:3.0", "TEL;TYPE=CELL:+447700900123", "END:VCARD"])
    test.check(card.split("\r\n").includes(line), file, `has no line ${line}`);
  test.check(/^item1\.TEL;TYPE=WORK,VOICE:\+441632960123$/m.test(card.replaceAll("\r", "")), file, "does not have the number");

  const mail = await page.locator(".signpost-about a[href^='mailto:']").evaluateAll((all) => all.map((link) => link.href));
  const filled = mail.map((href) => new URL(href)).find((url) => url.searchParams.get("body"));
  test.check(filled?.searchParams.get("body").includes(HUB) && filled.searchParams.get("subject").includes("Mereshire Carers Hub"), HUB, `no mail names the page: ${mail}`);

  const local = await test.open(LOCAL);
  const near = local.locator("section", { has: local.locator("#nearby") });
  test.check(await local.locator("#nearby").innerText() === "Nearby in Alder Vale", LOCAL, "names nothing nearby");
  const links = await near.locator("ul a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  test.check(links.length > 0 && links.length <= 4 && !links.includes(LOCAL), LOCAL, `names ${links}`);
  for (const href of links) {
    const other = await test.open(href);
    test.check(/Alder Vale|Mereshire/.test(await other.locator("#area + *").innerText()), href, `is named as near to ${LOCAL} and is elsewhere`);
    await other.context().close();
  }

  for (const address of SENSITIVE) {
    const page = await test.open(address);
    test.check(!(await page.locator("a[download]").count()), address, "offers a contact to save");
    test.check(!test.site.file(`${address}contact.vcf`), address, "its contact is published");
    const subjects = await page.locator("a[href^='mailto:']").evaluateAll((all) => all.map((link) => decodeURIComponent(link.href)));
    const title = await page.locator("h1").innerText();
    test.check(!subjects.some((href) => href.includes(title)), address, "a mail would name the page");
    await page.context().close();
  }
  // No page that is not sensitive itself names a sensitive service as nearby.
  const services = test.site.pages.filter((address) => /^\/services\/[^/]+\/$/.test(address) && !SENSITIVE.includes(address));
  await test.everyPage({ addresses: services }, async (page, address) => {
    const named = await page.locator("section:has(#nearby) a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    for (const href of named) test.check(!SENSITIVE.includes(href), address, `names ${href}`);
  });
};
