import { KINDS } from "../harness/pages.mjs";

export const about = "Typing on the search page finds what is meant, slips and synonyms included, and never leaves a reader with nothing.";

export default async (test) => {
  const page = await test.open(KINDS.search);
  const box = page.locator("input[name=q]");
  test.check(await box.count() === 1, KINDS.search, "the search page must have one box called q");

  const slip = await type(page, "resptie");
  test.check(slip.length > 0, "resptie", "finds nothing");
  test.check(slip.some(({ words }) => /respite/i.test(words)), "resptie", `no respite among: ${slip.map((hit) => hit.title).join("; ")}`);
  const kinds = new Set(slip.map(({ path }) => path.split("/")[1]));
  test.check(kinds.has("services"), "resptie", `no service among: ${slip.map((hit) => hit.path).join(" ")}`);

  const synonym = await type(page, "short break");
  test.check(synonym.some(({ path }) => path === "/guides/breaks/"), "short break", `no guide to breaks among: ${synonym.map((hit) => hit.path).join(" ")}`);
  test.check(synonym.slice(0, 3).some(({ words }) => /break|respite/i.test(words)), "short break", "the first three are not about breaks");

  const name = await type(page, "carers hub");
  test.check(name[0]?.path === KINDS.service, "carers hub", `first comes ${name[0]?.path}`);
  const begun = await type(page, "assessm");
  test.check(begun.some(({ words }) => /assessment/i.test(words)), "assessm", "a word begun finds nothing");

  await nothing(test, page);
  await again(test, page);
};

/** Types words and waits until the page has settled on them. */
async function type(page, words) {
  const box = page.locator("input[name=q]");
  await box.fill("");
  await page.locator("[data-search-result]").first().waitFor({ state: "detached" });
  await box.pressSequentially(words);
  await page.locator("[data-search-result]").first().waitFor();
  await page.waitForFunction((q) => decodeURIComponent(location.hash).replaceAll("+", " ") === `#q=${q}`, words);
  return page.locator("[data-search-result]").evaluateAll((all) => all.map((item) => ({
    title: item.querySelector("a").textContent, path: new URL(item.querySelector("a").href).pathname, words: item.textContent,
  })));
}

/** When nothing is found: said politely, with other ways on and somebody to call. */
async function nothing(test, page) {
  await page.locator("input[name=q]").fill("");
  await page.locator("input[name=q]").pressSequentially("zzqxvk");
  const status = page.locator("[role=status]").filter({ hasText: "zzqxvk" }); // what was said before may still stand there
  await status.waitFor({ state: "attached" });
  test.check(await page.locator("[data-search-result]").count() === 0, "zzqxvk", "finds something");
  const shown = page.locator("main").getByText("zzqxvk").filter({ visible: true });
  test.check(await shown.count(), "zzqxvk", "does not say that nothing was found");
  const visible = async (selector) => page.locator(selector).filter({ visible: true }).count();
  test.check(await visible("main a[href$='/a-to-z/']"), "zzqxvk", "no way to A to Z when nothing is found");
  test.check(await visible("main a[href*='/topics/']") >= 5, "zzqxvk", "no topics when nothing is found");
  test.check(await visible("main a[href^='tel:'], footer a[href^='tel:']"), "zzqxvk", "no number to call when nothing is found");
}

/** The address keeps what was searched for, so that Back and a bookmark find it again. */
async function again(test, page) {
  await type(page, "dementia");
  const link = page.locator("[data-search-result] a").first();
  const title = await link.textContent();
  await link.click();
  await page.locator("h1").waitFor();
  await page.goBack();
  await page.locator("[data-search-result]").first().waitFor();
  test.check(await page.locator("input[name=q]").inputValue() === "dementia", KINDS.search, "Back loses what was typed");
  test.check(await page.locator("[data-search-result] a").first().textContent() === title, KINDS.search, "Back finds something else");
  await page.locator("[role=status]").filter({ hasText: /\d/ }).first().waitFor({ state: "attached" }); // announced when typing rests
}
