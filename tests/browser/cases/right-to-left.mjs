import { overflow } from "../harness/layout.mjs";
import { KINDS } from "../harness/pages.mjs";

export const about = "An Urdu page runs from right to left as a whole, with its numbers and English parts as they are.";

const PAGES = [KINDS.urdu, "/ur/emergencies/"];

export default async (test) => {
  for (const width of [1280, 320]) {
    await test.everyPage({ addresses: PAGES, viewport: { width, height: 900 } }, async (page, address) => {
      const where = `${address} (${width} px)`;
      for (const what of await overflow(page)) test.fail(where, `out of the window: ${what}`);
      for (const what of await page.evaluate(faults)) test.fail(where, what);
    });
  }
  const page = await test.open(KINDS.urdu);
  await page.keyboard.press("Tab");
  const skip = await page.evaluate(() => document.activeElement.getBoundingClientRect().toJSON());
  test.check(skip.left >= 0 && skip.right <= 1280 && skip.width > 20, KINDS.urdu, "the skip link is out of the window");
  const banner = page.locator("main [lang=en]").filter({ hasText: /machine|computer|translat/i });
  test.check(await banner.count(), KINDS.urdu, "does not say in English that a machine translated it");
};

/** Runs in the page. */
function faults() {
  const found = [];
  const root = document.documentElement, middle = root.clientWidth / 2;
  const name = (element) => element.outerHTML.slice(0, 80);
  if (root.lang !== "ur" || root.dir !== "rtl") found.push(`the page says lang=${root.lang} dir=${root.dir}`);
  const brand = document.querySelector("header img").getBoundingClientRect();
  if (brand.left < middle) found.push("the mark stands at the left");
  const styled = getComputedStyle(document.querySelector("h1"));
  if (!/start|right/.test(styled.textAlign) || styled.direction !== "rtl") found.push("the main heading does not begin at the right");
  for (const link of document.querySelectorAll("a[href^='tel:'], a[href^='sms:']")) {
    const style = getComputedStyle(link);
    const isolated = style.direction === "ltr" && /isolate|plaintext/.test(style.unicodeBidi);
    if (!isolated && /\d \d/.test(link.textContent)) found.push(`a number that would be turned round: ${name(link)}`);
  }
  for (const element of document.querySelectorAll("main p, main li, main h2")) {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join(" ");
    const latin = own.match(/[a-z]{2,}/gi)?.length ?? 0, arabic = own.match(/[\u0600-\u06ff]{2,}/g)?.length ?? 0;
    if (latin > 3 && arabic === 0 && !element.closest("[lang=en]")) found.push(`English not marked as English: ${name(element)}`);
  }
  return found;
}
