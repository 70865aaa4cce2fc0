import { EVERY_KIND } from "../harness/pages.mjs";

export const about = "Nothing moves where less motion is asked for, and nothing ever moves by itself.";

export default async (test) => {
  await test.everyPage({ addresses: EVERY_KIND, reducedMotion: "reduce" }, async (page, address) => {
    for (const what of await page.evaluate(moving)) test.fail(address, what);
  });
  await test.everyPage({ addresses: test.site.makes }, async (page, address) => {
    const alone = await page.evaluate(() => [
      ...document.getAnimations().map((animation) => animation.effect?.target?.outerHTML.slice(0, 80) ?? "an animation"),
      ...[...document.querySelectorAll("[autoplay], marquee, blink, meta[http-equiv=refresh]")].map((element) => element.outerHTML.slice(0, 80)),
    ]);
    for (const what of alone) test.fail(address, `moves by itself: ${what}`);
  });
};

/** Runs in the page: what would move if it were touched, pointed at or scrolled to. */
function moving() {
  const long = (list) => list.split(",").some((time) => parseFloat(time) > 0.01);
  const found = new Set();
  for (const element of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      const name = `${element.tagName.toLowerCase()}.${element.classList[0] ?? ""}${part ?? ""}`;
      if (style.animationName !== "none" && long(style.animationDuration)) found.add(`animated: ${name}`);
      if (long(style.transitionDuration)) found.add(`has a transition: ${name}`);
    }
    if (getComputedStyle(element).scrollBehavior === "smooth") found.add("scrolls smoothly");
  }
  return [...found];
}
