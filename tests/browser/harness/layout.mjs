/*
 * Questions about how a page lies on the screen, asked inside the page.
 */

/** What stands out of the window sideways: none when the page does not scroll that way. */
export function overflow(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const width = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth);
    if (width <= room) return [];
    const scrolls = (element) => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
        if (getComputedStyle(up).overflowX !== "visible") return true;
      return false;
    };
    const out = [...document.body.querySelectorAll("*")].filter((element) => {
      const box = element.getBoundingClientRect();
      return (box.right > room + 1 || box.left < -1) && box.width > 1 && !scrolls(element);
    });
    const last = out.filter((element) => !out.some((other) => other !== element && element.contains(other)));
    const name = (element) => element.tagName.toLowerCase() + (element.classList[0] ? `.${element.classList[0]}` : "");
    return [`${width} px wide`, ...new Set(last.slice(0, 3).map(name))];
  });
}

/** Elements whose own words are cut off by their box. */
export function clipped(page) {
  return page.evaluate(() => {
    const own = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const cut = [...document.body.querySelectorAll("*")].filter((element) => {
      const style = getComputedStyle(element);
      if (!own(element) || element.clientWidth <= 1 || element.clientHeight <= 1) return false;
      const hides = (value) => value === "hidden" || value === "clip";
      return (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
        || (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
    });
    return cut.map((element) => element.textContent.trim().replace(/\s+/g, " ").slice(0, 40));
  });
}

/** Elements that stay in the window while the page moves under them. */
export function stuck(page) {
  return page.evaluate(() => [...document.body.querySelectorAll("*")]
    .filter((element) => /fixed|sticky/.test(getComputedStyle(element).position) && element.checkVisibility())
    .map((element) => element.className || element.tagName));
}

/** Puts styles over the page's own, in a way that its policy allows. */
export function dress(page, css) {
  return page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
}
