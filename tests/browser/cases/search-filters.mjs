import { KINDS } from "../harness/pages.mjs";

export const about = "Results can be narrowed by keyboard alone, with true counts, and query and filters come back after reload and Back.";

export default async (test) => {
  for (const [width, forcedColors] of [[1280, "none"], [320, "active"]]) {
    const page = await test.open(KINDS.search, { viewport: { width, height: 900 }, forcedColors });
    await narrow(test, page, `${KINDS.search} at ${width} px`);
  }
  await browse(test);
  await marksAndSections(test);
};

const shown = (page) => page.locator("[data-search-result]").count();
const hash = (page) => page.evaluate(() => location.hash);
const settled = (page, wanted) => page.waitForFunction((wanted) => location.hash === wanted && !document.querySelector("[data-search-results][aria-busy]") && document.querySelector("[data-search-results] h2"), wanted);

async function narrow(test, page, where) {
  await page.locator("input[name=q]").fill("carers");
  await settled(page, "#q=carers");
  const before = await page.locator("[data-search-results] h2").first().textContent();
  await page.locator("[data-search-filters] summary").focus();
  await page.keyboard.press("Enter");
  const format = page.locator("select[name=format]");
  await format.waitFor();
  const offered = await format.locator("option").allTextContents();
  const easy = offered.find((text) => /Easy Read/.test(text));
  if (!test.check(easy, where, `no Easy Read among ${offered.join(", ")}`)) return;
  const count = Number(/\((\d+)\)/.exec(easy)[1]);

  await format.focus();
  while (!/Easy Read/.test(await format.evaluate((select) => select.selectedOptions[0].textContent))) await page.keyboard.press("ArrowDown");
  await settled(page, "#q=carers&format=easy");
  const heading = await page.locator("[data-search-results] h2").first().textContent();
  test.check(heading !== before && heading.includes(String(count)), where, `"${easy}" promises ${count}, then: ${heading}`);
  const badges = await page.locator("[data-search-result]").evaluateAll((all) => all.map((item) => item.textContent));
  test.check(badges.every((text) => text.includes("Easy Read")), where, "a result without Easy Read is left");
  test.check(await page.evaluate(() => document.activeElement.name) === "format", where, "the choice loses the focus when it is made");
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  test.check(width <= 0, where, `the filters are ${width} px too wide`);

  const items = await shown(page);
  await page.reload();
  await settled(page, "#q=carers&format=easy");
  test.check(await shown(page) === items, where, "reloading finds something else");
  await page.locator("[data-search-result] a").first().click();
  await page.locator("h1").waitFor();
  await page.goBack();
  await settled(page, "#q=carers&format=easy");
  test.check(await page.locator("input[name=q]").inputValue() === "carers" && await shown(page) === items, where, "Back loses query or filter");

  await page.locator("[data-search-clear]").click();
  await settled(page, "#q=carers");
  test.check(await page.locator("[data-search-results] h2").first().textContent() === before, where, "clearing the filters does not bring back all results");
}

/** A link may set filters alone; what nobody offers is passed over. */
async function browse(test) {
  const page = await test.open(KINDS.search + "#topics=breaks&utm_source=x");
  await page.locator("[data-search-result]").first().waitFor();
  test.check(await hash(page) === "#topics=breaks", KINDS.search, `what is no filter stays in the address: ${await hash(page)}`);
  const titles = await page.locator("[data-search-result] h3").allTextContents();
  test.check(titles.length === 10, KINDS.search, `a filter alone shows ${titles.length} pages`);
  await page.locator("[data-search-results] button").click();
  await page.locator("[data-search-result]").nth(10).waitFor();
  const focused = await page.evaluate(() => document.activeElement.closest("[data-search-result]") === document.querySelectorAll("[data-search-result]")[10]);
  test.check(focused, KINDS.search, "more results do not take the focus to the first of them");
}

/** What was looked for is marked, and a long page leads to the place that answers. */
async function marksAndSections(test) {
  const page = await test.open(KINDS.search + "#q=carers%20strategy%20wrote");
  await page.locator("[data-search-result] mark").first().waitFor();
  for (const link of await page.locator("[data-search-section] a").evaluateAll((all) => all.map((anchor) => anchor.href))) {
    const to = await test.open(new URL(link).pathname + new URL(link).hash);
    const there = await to.evaluate(() => Boolean(document.getElementById(decodeURIComponent(location.hash.slice(1)))));
    test.check(there, link, "a result leads to a heading that is not there");
    await to.close();
  }
  const numbers = await test.open(KINDS.search + "#q=" + encodeURIComponent("01632 960 123"));
  await numbers.locator("[data-search-result]").first().waitFor();
  const postcode = await test.open(KINDS.search + "#q=" + encodeURIComponent("zz1 9zz"));
  await postcode.locator("[data-search-results] h2").first().waitFor();
  // To the help near it, and not to the list of areas, where it would have to be found by hand; it is not typed twice.
  await postcode.locator("[data-search-results] a", { hasText: "Find help near you" }).click();
  await postcode.waitForURL("**/near/#postcode=zz19zz");
  const near = postcode.locator(".signpost-near [role=status]", { hasText: "We do not know the postcode" });
  await near.waitFor();
  test.check((await near.innerText()).replace(/[\u2066-\u2069]/g, "").includes("ZZ1 9ZZ"), KINDS.search, "the postcode has to be typed again");
}
