/*
 * A walk through a page with the Tab key alone.
 */

/** Runs in the page: gives every control that the key should reach a number, in the order of the document. */
const count = () => {
  const kinds = "a[href], button, input:not([type=hidden]), select, textarea, summary, video[controls], audio[controls], [tabindex]";
  const reachable = [...document.querySelectorAll(kinds)].filter((element) => {
    if (element.disabled || element.tabIndex < 0 || element.closest("[inert]")) return false;
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true });
  });
  window.stops = reachable;
  return reachable.length;
};

/** Runs in the page: says where the focus is and whether it can be seen. */
const look = () => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  const words = (element.getAttribute("aria-label") || element.innerText || element.name || "").trim().replace(/\s+/g, " ");
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const top = document.elementFromPoint(x, y);
  const covers = top && !element.contains(top) && !top.contains(element);
  return {
    at: (window.stops ?? []).indexOf(element),
    name: `${element.tagName.toLowerCase()} "${words.slice(0, 40)}"`,
    href: element.getAttribute("href"),
    ring: style.outlineStyle !== "none" ? parseFloat(style.outlineWidth) : 0,
    positive: element.tabIndex > 0,
    inWindow: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && box.width > 1 && box.height > 1,
    covered: Boolean(covers),
  };
};

/** Presses Tab and says where that led: none when the focus has left the page. */
export async function tab(page) {
  await page.keyboard.press("Tab");
  return page.evaluate(look);
}

/** Walks from the top of the page to its end. The stops, in order, and what was never reached. */
export async function walk(page) {
  const controls = await page.evaluate(count);
  const stops = [];
  while (stops.length < controls * 2 + 40) {
    const stop = await tab(page);
    const last = stops.at(-1);
    if (!stop || (last && stop.at === stops[0].at && last.at !== stop.at)) break; // out of the page, or round again
    if (last && last.at === stop.at && last.name === stop.name) continue; // a part of the same player
    stops.push(stop);
  }
  const reached = new Set(stops.map((stop) => stop.at));
  const missed = await page.evaluate((seen) => window.stops
    .filter((element, at) => !seen.includes(at))
    .map((element) => element.outerHTML.slice(0, 80)), [...reached]);
  return { stops, missed, trapped: stops.length >= controls * 2 + 40 };
}
