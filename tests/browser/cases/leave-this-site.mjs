import { started } from "../harness/exit.mjs";
import { tab } from "../harness/focus.mjs";
import { KINDS } from "../harness/pages.mjs";

export const about = "A reader of a sensitive page can leave at once: by a link, by three presses of Shift, and without scripts.";

const LEAVES = "https://www.bbc.co.uk/weather";
const SENSITIVE = [KINDS.sensitive, "/staying-safe/", "/staying-safe/easy-read/", "/staying-safe/young/"];

export default async (test) => {
  for (const address of SENSITIVE) {
    const page = await test.open(address, { leaves: LEAVES });
    const first = await tab(page), second = await tab(page);
    test.check(first?.href?.startsWith("#"), address, `the first stop is ${first?.name}, no skip link`);
    test.check(second?.href === LEAVES, address, `the second stop is ${second?.name}, not the way out`);
    test.check(second?.inWindow, address, "the way out cannot be seen when it has the focus");
    await started(page);
    for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
    await page.waitForURL(LEAVES);
  }
  await back(test);
  const plain = await test.open(KINDS.sensitive, { leaves: LEAVES, javaScriptEnabled: false });
  await plain.locator(`a[href="${LEAVES}"]`).filter({ visible: true }).last().click();
  await plain.waitForURL(LEAVES);
};

/** Back does not show the page that was left, and typing capitals does not leave it. */
async function back(test) {
  const page = await test.open(KINDS.home, { leaves: LEAVES });
  await page.goto(test.site.origin + KINDS.sensitive);
  const box = page.locator("header input[name=q]");
  await box.focus();
  await started(page);
  for (const letter of "ABC") await page.keyboard.press(`Shift+${letter}`);
  test.check(await box.inputValue() === "ABC", KINDS.sensitive, "typing capitals leaves the page");
  await page.locator(`.signpost-exit a[href="${LEAVES}"]`).click();
  await page.waitForURL(LEAVES);
  await page.goBack();
  test.check(new URL(page.url()).pathname === KINDS.home, KINDS.sensitive, `Back leads to ${page.url()}`);
}
