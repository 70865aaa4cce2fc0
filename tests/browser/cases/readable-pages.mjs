export const about = "Every make of page is large and calm enough to read: text of 19 px, one main part, targets one can hit, nothing that stays in the way.";

/** A message to send on, whose looks are those of the reader's own mail program. */
const MESSAGE = "/changes/digest.html";

export default async (test) => {
  const addresses = test.site.makes.filter((address) => address !== MESSAGE);
  await test.everyPage({ addresses }, async (page, address) => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const what of await page.evaluate(faults)) test.fail(`${address} (${width} px)`, what);
    }
  });
};

/** Runs in the page. */
function faults() {
  const found = [];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
  const name = (element) => element.outerHTML.slice(0, 80);
  for (const [selector, most] of [["main", 1], ["h1", 1], ["body > header", 1], ["body > footer", 1]]) {
    const count = document.querySelectorAll(selector).length;
    if (count !== most) found.push(`${count} of ${selector}`);
  }
  for (const words of document.querySelectorAll("main p, main li")) {
    const size = parseFloat(getComputedStyle(words).fontSize);
    if (shown(words) && words.innerText.length > 80 && size < 16) found.push(`text of ${size} px: ${name(words)}`);
  }
  if (parseFloat(getComputedStyle(document.body).fontSize) < 19) found.push("the page's text is smaller than 19 px");
  for (const link of document.querySelectorAll("main p a[href], main li a[href]")) {
    const lines = [...link.querySelectorAll("*"), link].some((part) => getComputedStyle(part).textDecorationLine.includes("underline"));
    if (shown(link) && !lines) found.push(`a link without a line under it: ${name(link)}`);
  }
  for (const element of document.body.querySelectorAll("*")) {
    if (/fixed|sticky/.test(getComputedStyle(element).position) && shown(element)) found.push(`stays in the way: ${name(element)}`);
  }
  const inline = (element) => getComputedStyle(element).display === "inline";
  for (const control of document.querySelectorAll("a[href], button, input:not([type=hidden]), summary")) {
    const { width, height } = control.getBoundingClientRect();
    if (shown(control) && !inline(control) && (width < 24 || height < 24)) found.push(`a target of ${Math.round(width)} by ${Math.round(height)} px: ${name(control)}`);
  }
  return found;
}
