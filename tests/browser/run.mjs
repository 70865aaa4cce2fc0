/*
 * Runs the browser suite over a finished site: each file of cases/ is one case, and exports
 *
 *   about     what it holds, in a sentence: printed where it fails
 *   default   async (test) => { … }, given a Case
 *
 *   node run.mjs --site FOLDER --examples FOLDER [--all] [WORDS…]
 *
 * Words choose the cases whose names hold one of them; --all prints every finding instead of the first few.
 * tests/browser/main.rs builds both folders and calls this; `cargo test --release --test browser -- WORDS` is the
 * usual way in.
 */
import fs from "node:fs";
import { findChromium, launch } from "./harness/browser.mjs";
import { Case } from "./harness/case.mjs";
import { Site } from "./harness/site.mjs";

const LONGEST = 15 * 60_000; // a case that takes longer than this hangs
const SHOWN = 12, PLACES = 6;
const LANES = 2;
/** The longest cases, which begin first. */
const LONG = ["axe", "html-validate", "reflow", "weights", "text-spacing", "readable-pages", "links", "strict-pages"];

const { site, examples, all, words } = read(process.argv.slice(2));
const chromium = findChromium();
if (!chromium) {
  console.error("The browser suite needs Chromium, and there is none on the path. Set CHROMIUM, or run tests/run.");
  process.exit(2);
}
const browser = await launch(chromium);
const cases = fs.readdirSync(new URL("cases/", import.meta.url))
  .filter((file) => file.endsWith(".mjs"))
  .map((file) => file.slice(0, -4))
  .filter((name) => !words.length || words.some((word) => name.includes(word)))
  .sort();

// Cases that go through every page keep all cores busy; those that try one page wait for it most of the time.
const waiting = [...cases.filter((name) => LONG.includes(name)), ...cases.filter((name) => !LONG.includes(name))];
const lanes = await Promise.all(Array.from({ length: LANES }, lane));
console.log(`running ${cases.length} browser cases over ${lanes[0].site.pages.length} pages in Chromium ${browser.version()}`);
const start = Date.now();
const first = (await Promise.all(lanes.map(drive))).flat();
const failed = [], unsteady = [];
for (const { name, test } of first) {
  // A browser on a busy machine can lose a page. What fails again, alone, is at fault; what fails once is said aloud.
  const again = await run(name, lanes[0]);
  if (again.failures.length) failed.push({ name, test: again });
  else unsteady.push({ name, test });
}
for (const { name, test } of unsteady) {
  console.log(`\nbrowser ${name} UNSTEADY: it failed once, and passed when run again`);
  report(test.failures);
}
// Said once more at the end, which is all that many a log of a failed run shows.
for (const { name, test } of failed) {
  console.log(`\nbrowser ${name} FAILED`);
  report(test.failures);
}
const result = failed.length ? "FAILED" : "ok";
console.log(`\nbrowser result: ${result}. ${cases.length - failed.length} passed, ${failed.length} failed, ${unsteady.length} unsteady; ${seconds(start)}`);
await browser.close();
for (const { site, examples } of lanes) {
  site.close();
  examples.close();
}
process.exitCode = failed.length ? 1 : 0;

/** The two folders, served for one case at a time: what a case's pages ask for is told apart from what others ask. */
async function lane() {
  return { site: await new Site(site).serve(), examples: await new Site(examples).serve() };
}

/** Runs cases one after another while any waits. Those that failed. */
async function drive(lane) {
  const failed = [];
  let name;
  while ((name = waiting.shift()) !== undefined) {
    const test = await run(name, lane);
    if (test.failures.length) failed.push({ name, test });
  }
  return failed;
}

async function run(name, { site, examples }) {
  const began = Date.now();
  const test = new Case({ browser, site, examples });
  let timer, about;
  const limit = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error("it takes too long")), LONGEST)));
  try {
    const module = await import(`./cases/${name}.mjs`);
    about = module.about;
    await Promise.race([module.default(test), limit]);
  } catch (error) {
    test.fail("the case", error.stack ?? String(error));
  }
  clearTimeout(timer);
  await test.finish();
  console.log(`browser ${name} ... ${test.failures.length ? "FAILED" : "ok"} (${seconds(began)})`);
  if (test.failures.length && about) console.log(`    It holds this: ${about}`);
  for (const note of test.notes) console.log(`    ${note}`);
  report(test.failures);
  return test;
}

/** Findings that say the same of several places are printed once. */
function report(failures) {
  const places = new Map();
  for (const { where, what } of failures) places.set(what, (places.get(what) ?? new Set()).add(where));
  for (const [what, where] of [...places].slice(0, all ? Infinity : SHOWN)) {
    const more = all ? 0 : Math.max(0, where.size - PLACES);
    const shown = [...where].slice(0, where.size - more).join(" ");
    console.log(`  - ${what}`);
    console.log(`      at ${shown}${more ? ` and ${more} more` : ""}`);
  }
  if (!all && places.size > SHOWN) console.log(`  … and ${places.size - SHOWN} more kinds of finding`);
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

function read(list) {
  const options = { words: [], all: false };
  for (let at = 0; at < list.length; at++) {
    if (list[at] === "--site") options.site = list[++at];
    else if (list[at] === "--examples") options.examples = list[++at];
    else if (list[at] === "--all") options.all = true;
    else options.words.push(list[at]);
  }
  return options;
}
