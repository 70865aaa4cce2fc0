import { started } from "../harness/exit.mjs";
import { KINDS } from "../harness/pages.mjs";

export const about = "A script that cannot be read, or that throws when it starts, stops no other.";

const LEAVES = "https://www.bbc.co.uk/weather";
/** Ways to break a module: it is not there, it is no script, it throws when it is read, its class throws, it has none. */
const BREAKS = {
  "that is missing": { status: 404, body: "" },
  "that is no script": { body: "export default class {" },
  "that throws when it is read": { body: "throw new Error('broken on purpose')" },
  "that throws when it starts": { body: "export default class { constructor() { throw new Error('broken on purpose'); } }" },
  "that exports no class": { body: "export const nothing = 1;" },
};

export default async (test) => {
  for (const [how, answer] of Object.entries(BREAKS)) {
    const expects = /broken on purpose|SyntaxError|Unexpected end|Failed to (fetch|load)|not a constructor/;
    const page = await test.open(KINDS.consultation, { expects, leaves: LEAVES });
    const broken = await page.locator("script[data-starts='signpost-consultation']").getAttribute("src");
    test.check(broken, KINDS.consultation, "has no script of its own to break");
    await page.route(`**${broken}`, (route) => route.fulfill({ contentType: "text/javascript", ...answer }));
    await page.reload();
    await page.locator("header input[name=q]").fill("a break");
    await page.locator("header form button").click();
    await page.waitForURL("**/search/#q=a%20break");
    test.check(true, KINDS.consultation, how);
  }
  await core(test);
};

/** The starter's own classes fail alone too: the way to leave works where another element has lost what it needs. */
async function core(test) {
  const page = await test.open(KINDS.sensitive, { expects: /signpost-search-form/, leaves: LEAVES });
  const [common] = await page.locator("script[type=module]:not([data-starts])").evaluateAll((all) => all.map((one) => one.src));
  await page.route(common, async (route) => {
    const body = await (await route.fetch()).text();
    const broken = `document.querySelectorAll("header form").forEach((form) => (form.addEventListener = () => { throw new Error("signpost-search-form"); }));`;
    await route.fulfill({ contentType: "text/javascript", body: broken + body });
  });
  await page.reload();
  await started(page);
  for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
  await page.waitForURL(LEAVES);
}
