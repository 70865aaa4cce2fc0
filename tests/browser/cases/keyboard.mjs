import { tab, walk } from "../harness/focus.mjs";
import { EVERY_KIND, KINDS } from "../harness/pages.mjs";

export const about = "The keyboard alone is enough: skip link first, every control reached in order, the focus always seen.";

const RING = 3; // px, as the theme promises

export default async (test) => {
  for (const width of [1280, 320]) {
    await test.everyPage({ addresses: EVERY_KIND, viewport: { width, height: 900 } }, (page, address) =>
      through(test, page, `${address} (${width} px)`));
  }
  await test.everyPage({ addresses: EVERY_KIND }, (page, address) => skip(test, page, address));
  await search(test);
  await disclose(test);
};

/** From the first control to the last. */
async function through(test, page, where) {
  const { stops, missed, trapped } = await walk(page);
  test.check(!trapped, where, "the Tab key never comes to the end of the page");
  for (const what of missed) test.fail(where, `not reached by the Tab key: ${what}`);
  let before = -1;
  for (const { at, name, ring, positive, inWindow, covered } of stops) {
    test.check(ring >= RING, where, `focus hard to see, its ring is ${ring} px: ${name}`);
    test.check(inWindow, where, `focus out of the window: ${name}`);
    test.check(!covered, where, `focus under something else: ${name}`);
    test.check(!positive, where, `has a place in the order of its own: ${name}`);
    if (at < 0) continue;
    test.check(at > before, where, `reached out of order: ${name}`);
    before = at;
  }
}

/** The first stop leads past everything that every page has. */
async function skip(test, page, address) {
  const first = await tab(page);
  const target = first?.href?.startsWith("#") ? await page.$(first.href) : null;
  if (!test.check(target, address, `the first stop is no skip link: ${first?.name}`)) return;
  test.check(first.inWindow, address, "the skip link cannot be seen when it has the focus");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const beyond = await page.evaluate(() => {
    const main = document.querySelector("main"), now = document.activeElement;
    return main.contains(now) || Boolean(main.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING);
  });
  test.check(beyond, address, "after the skip link the focus is not in the page's own part");
}

/** A search from the header, typed and sent. */
async function search(test) {
  const page = await test.open(KINDS.service);
  await page.locator("header input[name=q]").focus();
  await page.keyboard.type("breaks");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search/#q=breaks");
  await page.locator("[data-search-result]").first().waitFor();
  const stops = (await walk(page)).stops.map((stop) => stop.href);
  const result = await page.locator("[data-search-result] a").first().getAttribute("href");
  test.check(stops.includes(result), KINDS.search, "the first result is not reached by the Tab key");
}

/** What is folded away opens and closes by key. */
async function disclose(test) {
  const page = await test.open(KINDS.page);
  const summary = page.locator("main summary").first();
  await summary.focus();
  for (const [key, open] of [["Enter", true], ["Space", false]]) {
    await page.keyboard.press(key);
    const now = await summary.evaluate((element) => element.parentElement.open);
    test.check(now === open, KINDS.page, `${key} does not ${open ? "open" : "close"} what is folded away`);
  }
}
