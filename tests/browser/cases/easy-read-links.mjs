import { KINDS } from "../harness/pages.mjs";

export const about = "From the Easy Read door one can stay in Easy Read: no link leads out of it where the target has an Easy Read form. So can young people in theirs.";

const STEPS = 10, WALKS = 10, SEED = 20261122;
/** Ways to another form of the same page are there to leave by. */
const SWITCHER = ".signpost-formats";

export default async (test) => {
  await everyLink(test, "easy-read", 12);
  await everyLink(test, "young", 8);
  const draw = random(SEED);
  const page = await test.open(KINDS.easyDoor);
  let steps = 0, stayed = 0;
  for (let walk = 0; walk < WALKS; walk++) {
    await page.goto(test.site.origin + KINDS.easyDoor);
    for (let step = 0; step < STEPS; step++) {
      const links = (await inside(page)).filter((link) => link.endsWith("/"));
      const here = page.url(), path = links[Math.floor(draw() * links.length)];
      await page.locator(`:is(a[href="${path}"], a[href^="${path}#"]):not(${SWITCHER} a)`).filter({ visible: true }).first().click();
      await page.waitForURL((url) => url.pathname === path);
      steps += 1;
      if (isEasy(path)) {
        stayed += 1;
        await checkLinks(test, page);
      } else {
        test.check(!test.site.file(`${path}easy-read/`), path, "was reached by chance, and its Easy Read form was not used");
        await page.goto(here);
      }
    }
  }
  test.note(`${steps} links followed, ${stayed} of them to Easy Read`);
  test.check(steps === WALKS * STEPS && stayed > WALKS, KINDS.easyDoor, `only ${steps} steps could be taken, ${stayed} in Easy Read`);
};

/** Every link of every page of a form, not only those that chance finds. */
async function everyLink(test, form, least) {
  const addresses = test.site.pages.filter((address) => isIn(address, form) && !/^\/(pl|ur)\//.test(address));
  test.check(addresses.length >= least, `/${form}/`, `only ${addresses.length} pages of this form`);
  await test.everyPage({ addresses }, (page) => checkLinks(test, page, form));
}

async function checkLinks(test, page, form = "easy-read") {
  const here = new URL(page.url()).pathname;
  const out = (await inside(page)).filter((path) => !isIn(path, form) && test.site.file(`${path}${form}/`));
  for (const path of out) {
    const words = await page.locator(`a[href="${path}"]:not(${SWITCHER} a)`).first().innerText();
    test.fail(here, `leaves its form for ${path} by the link "${words.trim()}"`);
  }
}

const isIn = (path, form) => path.endsWith(`/${form}/`);
const isEasy = (path) => isIn(path, "easy-read");

/** Paths of the site that the page links to, but for the switcher and places on the page itself. */
async function inside(page) {
  const links = await page.locator(`a[href]:not(${SWITCHER} a)`).filter({ visible: true }).evaluateAll((all) => all
    .map((link) => new URL(link.href))
    .filter((url) => url.origin === location.origin && url.pathname !== location.pathname)
    .map((url) => url.pathname));
  return [...new Set(links)].sort();
}

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
