import { KINDS } from "../harness/pages.mjs";

export const about = "Whatever is typed and whatever is missing, the search page answers: with results, or with what happened and another way on.";

const MISSING = /Failed to load resource|ERR_INTERNET_DISCONNECTED/;

const ODD = [
  "x".repeat(10_000), "carer ".repeat(2_000), "?!…—", "🙂🙂", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", ".*(a+)+$", "%00%ff",
  "carer opiekun نگہداشت 介護", "constructor __proto__ toString", "the of and",
];

export default async (test) => {
  const page = await test.open(KINDS.search);
  for (const query of ODD) {
    await page.locator("input[name=q]").fill(query);
    await page.keyboard.press("Enter");
    await answered(page);
    const harm = await page.evaluate(() => document.querySelectorAll("[data-search-results] :is(script, img)").length);
    test.check(harm === 0, query.slice(0, 40), "what was typed becomes part of the page");
    const results = await page.locator("[data-search-result]").count();
    test.check(results || await help(page), query.slice(0, 40), "neither results nor another way on");
  }
  await broken(test, "a file is missing", (route) => route.fulfill({ status: 404, body: "" }));
  await broken(test, "a file is cut short", (route) => route.fulfill({ contentType: "application/json", body: "[[\"car" }));
  await withoutStorage(test);
  await offline(test);
  await deployed(test);
};

const answered = (page) => page.waitForFunction(() => document.activeElement.closest("[data-search-results]") && !document.querySelector("[data-search-results][aria-busy]"));
const help = async (page) => (await page.locator("[data-search-results] a[href$='/a-to-z/']").count()) > 0 && (await page.locator("[data-search-results] a[href^='tel:']").count()) > 0;

/** Asks by the keyboard, which takes the focus to the heading of what came. */
async function ask(page, words) {
  await page.locator("input[name=q]").fill(words);
  await page.keyboard.press("Enter");
  await answered(page);
}

async function broken(test, what, answer) {
  const page = await test.open(KINDS.search, { expects: MISSING });
  await page.route(/\/assets\/search\/.*\.json$/, answer);
  await ask(page, "dementia");
  test.check(await help(page), what, "no other way on");
  test.check(await page.locator("input[name=q]").inputValue() === "dementia", what, "what was typed is gone");
  await page.unroute(/\/assets\/search\/.*\.json$/);
  await ask(page, "dementia ");
  test.check(await page.locator("[data-search-result]").count(), what, "does not find anything once the files are there again");
}

/** A private window may refuse storage, and an old or locked-down phone has no service workers. */
async function withoutStorage(test) {
  const page = await test.open(KINDS.search);
  await page.addInitScript(() => {
    const refuse = { get() { throw new DOMException("refused", "SecurityError"); } };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) Object.defineProperty(window, name, refuse);
    Object.defineProperty(Navigator.prototype, "serviceWorker", refuse);
    Object.defineProperty(Document.prototype, "cookie", refuse);
  });
  await page.reload();
  const refused = await page.evaluate(() => { try { return !localStorage; } catch { return true; } });
  test.check(refused, "no storage", "the browser still stores");
  await ask(page, "dementia");
  test.check(await page.locator("[data-search-result]").count(), "no storage", "nothing is found");
}

async function offline(test) {
  const page = await test.open(KINDS.search, { expects: MISSING });
  await ask(page, "breaks");
  const before = await page.locator("[data-search-result]").count();
  await page.context().setOffline(true);
  await ask(page, "wheelchair");
  test.check(await help(page), "offline", "no other way on");
  await ask(page, "breaks");
  await page.context().setOffline(false);
  await ask(page, "wheelchair");
  test.check(before && await page.locator("[data-search-result]").count(), "offline", "does not recover when the network is back");
}

/** The page was loaded before a deployment: its files are gone, and the page as it is now names the new ones. */
async function deployed(test) {
  const page = await test.open(KINDS.search, { expects: MISSING });
  const data = page.locator("[data-search-index]").first();
  const manifest = JSON.parse(await data.textContent());
  for (const part of manifest.parts) part[1] = "aaaaa";
  const old = JSON.stringify({ ...manifest, cards: manifest.cards.map(() => "aaaaa"), sections: "aaaaa" });
  let asked = 0;
  await page.route(test.site.origin + KINDS.search, async (route) => {
    const now = await (await route.fetch()).text();
    await route.fulfill({ contentType: "text/html", body: asked++ === 0 ? now.replace(/(<script[^>]*data-search-index[^>]*>)[^<]*/, (all, tag) => tag + old) : now });
  });
  await page.goto("about:blank");
  await page.goto(test.site.origin + KINDS.search);
  test.check((await data.textContent()).includes("aaaaa"), "deployed", "the old page was not shown");
  await ask(page, "dementia");
  test.check(await page.locator("[data-search-result]").count(), "deployed", "the files of the new deployment are not found");
}
