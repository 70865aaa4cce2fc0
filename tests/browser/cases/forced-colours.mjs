import { walk } from "../harness/focus.mjs";
import { overflow } from "../harness/layout.mjs";
import { EVERY_KIND } from "../harness/pages.mjs";

export const about = "With the reader's own few colours everything is still there: text, edges of controls, icons, links, focus.";

export default async (test) => {
  for (const [site, addresses] of [[test.site, EVERY_KIND], [test.examples, test.gallery]]) {
    for (const colorScheme of ["light", "dark"]) {
      await test.everyPage({ site, addresses, forcedColors: "active", colorScheme }, async (page, address) => {
        const where = `${address} (${colorScheme})`;
        for (const what of await page.evaluate(faults)) test.fail(where, what);
        for (const what of await overflow(page)) test.fail(where, `out of the window in forced colours: ${what}`);
      });
    }
    await test.everyPage({ site, addresses, forcedColors: "active" }, async (page, address) => {
      for (const { name, ring } of (await walk(page)).stops)
        test.check(ring >= 2, address, `focus not seen in forced colours: ${name}`);
    });
  }
};

/** Runs in the page. */
function faults() {
  const found = [];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
  const clear = (colour) => /^rgba\(.*, 0\)$|^transparent$/.test(colour);
  const ground = (element) => {
    for (let up = element; up; up = up.parentElement) {
      const colour = getComputedStyle(up).backgroundColor;
      if (!clear(colour)) return colour;
    }
    const probe = document.createElement("p");
    probe.style.color = "Canvas";
    document.body.append(probe);
    const canvas = getComputedStyle(probe).color;
    probe.remove();
    return canvas;
  };
  const name = (element) => element.outerHTML.slice(0, 80);
  for (const element of document.body.querySelectorAll("*")) {
    if (!shown(element)) continue;
    const style = getComputedStyle(element);
    if (style.forcedColorAdjust === "none") found.push(`keeps its own colours: ${name(element)}`);
    const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (words && !element.closest("svg") && style.color === ground(element)) found.push(`words in the colour of their ground: ${name(element)}`);
  }
  const edged = (style) => ["Top", "Right", "Bottom", "Left"].some((side) =>
    style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0);
  for (const control of document.querySelectorAll("button, input:not([type=hidden]), select, textarea"))
    if (shown(control) && !edged(getComputedStyle(control))) found.push(`no edge: ${name(control)}`);
  for (const link of document.querySelectorAll("a[href]")) {
    const style = getComputedStyle(link);
    const inner = [...link.querySelectorAll("*")].some((part) => getComputedStyle(part).textDecorationLine.includes("underline"));
    if (shown(link) && !edged(style) && !edged(getComputedStyle(link, "::before")) && !style.textDecorationLine.includes("underline") && !inner)
      found.push(`not seen to be a link: ${name(link)}`);
  }
  for (const shape of document.querySelectorAll("svg path, svg circle, svg rect, svg line, svg polyline, svg polygon, svg ellipse")) {
    if (!shown(shape.ownerSVGElement) || shape.closest("clipPath, mask, defs, symbol")) continue;
    const style = getComputedStyle(shape), behind = ground(shape.ownerSVGElement);
    const paints = [style.fill, style.stroke].filter((colour) => colour !== "none" && !clear(colour));
    if (paints.length && paints.every((colour) => colour === behind)) found.push(`drawn in the colour of its ground: ${name(shape.ownerSVGElement)}`);
  }
  return found;
}
