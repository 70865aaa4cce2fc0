import { EVERY_KIND, KINDS } from "../harness/pages.mjs";

export const about = "Without scripts every page is complete, and search leads on to A to Z and topics.";

export default async (test) => {
  await search(test);
  await sameWords(test);
};

/** A plain form that a browser can send by itself, and a page that does not leave the reader there. */
async function search(test) {
  for (const start of [KINDS.home, KINDS.service, KINDS.polish]) {
    const page = await test.open(start, { javaScriptEnabled: false });
    await page.locator("header input[name=q]").fill("resptie");
    await page.locator("header form button").click();
    await page.waitForURL("**/search/?q=resptie");
    const home = start === KINDS.polish ? "/pl/search/" : "/search/";
    test.check(new URL(page.url()).pathname === home, start, `search leads to ${page.url()}`);
    const links = await page.locator("main a").evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
    test.check(links.some((link) => link.endsWith("/a-to-z/")), home, "no way to A to Z without scripts");
    const topics = links.filter((link) => link.includes("/topics/"));
    test.check(topics.length >= 5, home, `only ${topics.length} topics without scripts`);
    const said = await page.locator("main noscript").allInnerTexts();
    test.check(said.join("").trim(), home, "does not say that search needs scripts");
  }
}

/** Nothing to read and no link is there only with scripts, and no button is there that does nothing without. */
async function sameWords(test) {
  const read = async (page) => page.evaluate(() => {
    document.querySelectorAll("details").forEach((details) => (details.open = true));
    const dead = [...document.querySelectorAll("button:not(form button), [role=button]")].filter((one) => one.checkVisibility());
    // A list of one's own and a postcode that is not sent need a script, filters narrow what a script has found, ways to narrow a list tell counts, and only a clock knows what is open now.
    const aside = ["noscript", "[data-module='signpost-print']", "[data-search-filters]", "[data-id] > button", "[data-unlisted]", "[data-module='signpost-near-box']", ".signpost-narrow", "p.signpost-hours"].join();
    document.querySelectorAll(aside).forEach((element) => element.remove());
    return {
      words: document.querySelector("main").innerText.split(/\s+/).filter(Boolean),
      links: [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")),
      dead: dead.map((one) => one.outerHTML.slice(0, 80)),
    };
  });
  const without = new Map();
  await test.everyPage({ addresses: EVERY_KIND, javaScriptEnabled: false }, async (page, address) => {
    without.set(address, await read(page));
    for (const what of without.get(address).dead) test.fail(address, `does nothing without scripts: ${what}`);
  });
  await test.everyPage({ addresses: EVERY_KIND }, async (page, address) => {
    const { words, links } = await read(page), plain = without.get(address);
    const missing = words.filter((word) => !plain.words.includes(word));
    test.check(missing.length === 0, address, `only with scripts: ${missing.slice(0, 12).join(" ")}`);
    // The page that one came from is told behind the #.
    const known = (link) => plain.links.includes(link) || /\/wrong\/[^#]*#/.test(link) && plain.links.includes(link.split("#")[0]);
    const added = links.filter((link) => !known(link));
    test.check(added.length === 0, address, `has links only with scripts: ${added.slice(0, 3).join(" ")}`);
  });
}
