import { KINDS } from "../harness/pages.mjs";

export const about = "What is searched for stays on the phone, and nothing of the index is fetched before it is wanted.";

export default async (test) => {
  const { requests } = test.site;
  requests.length = 0;
  const page = await test.open(KINDS.search);
  await page.waitForLoadState("networkidle");
  const early = requests.filter((url) => /\.json$/.test(url));
  test.check(early.length === 0, KINDS.search, `fetched before the first key: ${early.join(" ")}`);

  await page.locator("input[name=q]").pressSequentially("haven");
  await page.locator("[data-search-result]").first().waitFor();
  test.check(requests.some((url) => /\.json$/.test(url)), KINDS.search, "nothing of the index was fetched to search");

  await page.goto(test.site.origin + KINDS.home);
  await page.locator("header input[name=q]").fill("haven");
  await page.locator("header form button").click();
  await page.locator("[data-search-result]").first().waitFor();
  const told = requests.filter((url) => /haven(?!-house)/i.test(url));
  test.check(told.length === 0, KINDS.home, `the server was told what is searched for: ${told.join(" ")}`);

  // An address sent by a browser without scripts, or typed by hand, works too, and moves behind the # at once.
  const linked = await test.open(KINDS.search + "?q=dementia");
  await linked.locator("[data-search-result]").first().waitFor();
  test.check(await linked.locator("input[name=q]").inputValue() === "dementia", KINDS.search, "?q= does not fill the box");
  test.check(!new URL(linked.url()).search, KINDS.search, "?q= stays in the address with scripts");
};
