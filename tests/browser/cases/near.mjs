export const about = "Help near you: a postcode is looked up by keyboard and never sent, the nearest place comes first, nobody is turned away, and without scripts there are the districts.";

const NEAR = "/near/", AREA = "/areas/merebridge/";

export default async (test) => {
  await withoutScripts(test);
  await fromTheHomePage(test);
  for (const [width, forcedColors] of [[1280, "none"], [320, "active"]]) await byKeyboard(test, width, forcedColors);
  await twoHomes(test);
  await nobodyIsTurnedAway(test);
  await backAndForth(test);
  await impatient(test);
  await districts(test);
  await besideAList(test);
  await offline(test);
  for (const address of ["/pl/near/", "/ur/near/"]) await inOtherLanguages(test, address);
};

const items = (page) => page.locator("[data-near-results] [data-near-result]");
const status = (page) => page.locator(".signpost-near__status").innerText().then((text) => text.replace(/[\u2066-\u2069]/g, ""));
const said = (page, words) => page.waitForFunction((words) => document.querySelector(".signpost-near__status").textContent.replace(/[\u2066-\u2069]/g, "").includes(words), words);

/** Miles as a reader is told them: 0 for less than one. */
const miles = (text) => Number(/about (\d+) mile/.exec(text)?.[1] ?? (/less than 1 mile/.test(text) ? 0 : NaN));

/** Nothing is sent, as there is no box; districts, neighbours and national lines are links. */
async function withoutScripts(test) {
  for (const address of [NEAR, "/", "/services/", "/areas/"]) {
    const page = await test.open(address, { javaScriptEnabled: false });
    test.check(await page.locator("main form").count() === 0, address, "has a form, which would send what is typed");
    await page.context().close();
  }
  const page = await test.open(NEAR, { javaScriptEnabled: false });
  test.check(await page.locator("#districts a").count() === 8, NEAR, "does not name the eight districts");
  test.check(await page.locator('#outside a[href^="tel:"]').count() >= 4, NEAR, "has no number of the places next door");
  test.check(await page.locator("#anyone a").count() > 5, NEAR, "names no national lines");
  test.check(/made up/.test(await page.locator("main").innerText()), NEAR, "does not show what the licence asks for");
  await page.locator("#districts a", { hasText: "Merebridge" }).click();
  test.check(new URL(page.url()).pathname === AREA, NEAR, `"Merebridge" leads to ${page.url()}`);
}

async function fromTheHomePage(test) {
  const { requests } = test.site;
  for (const address of ["/", "/services/", "/areas/"]) {
    const page = await test.open(address);
    const box = page.locator("main #near-postcode");
    await box.waitFor();
    requests.length = 0;
    await box.fill("zz2 1yc");
    await box.press("Enter");
    await said(page, "Alder Vale");
    test.check(new URL(page.url()).pathname === NEAR, address, `leads to ${page.url()}`);
    test.check(!new URL(page.url()).search, address, "puts the postcode into the part that is sent");
    neverSent(test, address, /zz2|1yc/i);
    await page.context().close();
  }
}

/** No request holds any part of what was typed. */
function neverSent(test, where, typed) {
  for (const url of test.site.requests) test.check(!typed.test(url), where, `sends ${url}`);
}

async function byKeyboard(test, width, forcedColors) {
  const where = `${NEAR} at ${width} px`;
  const page = await test.open(NEAR, { viewport: { width, height: 900 }, forcedColors });
  test.site.requests.length = 0;
  await page.locator("#near-postcode").focus();
  await page.keyboard.type("zz1 iaa");
  await page.keyboard.press("Enter");
  await items(page).first().waitFor();
  const line = await status(page);
  test.check(/^\d+ services cover Merebridge\.$/.test(line), where, `announces "${line}"`);
  test.check(await page.evaluate(() => document.activeElement.id) === "near-postcode", where, "moves the focus away from what was typed");
  neverSent(test, where, /zz1|1aa|iaa/i);
  const fetched = test.site.requests.filter((url) => /\/near\/.*json/.test(url));
  test.check(fetched.length >= 3 && fetched.length <= 7, where, `asks for ${fetched.length} files: ${fetched.join(" ")}`);

  const near = page.locator("[data-near-group=near]");
  const told = await near.locator("[data-near-miles]").allInnerTexts();
  const far = told.map(miles);
  test.check(far.length > 5 && far.every((value) => value >= 0), where, `distances: ${told.join(" | ")}`);
  test.check(far.every((value, at) => !at || value >= far[at - 1]), where, `the nearest is not first: ${far.join(" ")}`);
  test.check(await near.locator('a[href^="tel:"]').count() > 3, where, "has no phone numbers");
  const whose = await page.locator("[data-near-whose]").allInnerTexts();
  test.check(whose.some((text) => /For carers who live in .*Merebridge/.test(text)) && whose.some((text) => /look after someone in/.test(text)), where, "does not say whose home counts");
  test.check(!/Haven House/.test(await near.innerText()), where, "a hidden place has a distance");
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  test.check(overflow <= 0, where, `is ${overflow} px too wide`);

  const more = near.locator("button");
  const before = await near.locator("[data-near-result]").count();
  await more.focus();
  await page.keyboard.press("Enter");
  await near.locator("[data-near-result]").nth(before).waitFor();
  const focused = await page.evaluate(() => document.activeElement.textContent);
  test.check(focused === await near.locator("[data-near-result] h3 a").nth(before).innerText(), where, `"Show more" leaves the focus on ${focused.slice(0, 60)}`);
  test.check(!(await page.locator("#anyone").isVisible()), where, "names the national lines twice");
  await page.context().close();
}

/** With both homes known, each service goes by the one that counts. */
async function twoHomes(test) {
  const where = `${NEAR} with two homes`;
  const page = await test.open(NEAR);
  await page.locator("#near-postcode").fill("ZZ1 1AA");
  await page.locator(".signpost-near summary").click();
  await page.locator("#near-theirs").fill("ZZ8 1SB");
  await page.locator("#near-theirs").press("Enter");
  await said(page, "Stowebury");
  test.check(/#postcode=ZZ1\+1AA&theirs=ZZ8\+1SB$/.test(page.url()), where, `the address is ${page.url()}`);
  for (let button; (button = page.locator("[data-near-results] button").filter({ visible: true }).first()), await button.count();) {
    const count = await items(page).count();
    await button.click();
    await items(page).nth(count).waitFor();
  }
  const whose = (await page.locator("[data-near-whose]").allInnerTexts()).map((text) => text.replace(/[\u2066-\u2069]/g, ""));
  test.check(whose.length > 10, where, `only ${whose.length} services say whose home counts`);
  for (const text of whose) {
    test.check(!/^For carers who live in .*Stowebury/.test(text), where, `goes by the wrong home: ${text}`);
    test.check(!/^For carers who look after someone in .*Merebridge/.test(text), where, `goes by the wrong home: ${text}`);
  }
  await page.reload();
  await said(page, "Stowebury");
  test.check(await page.locator("#near-theirs").isVisible(), where, "folds the second postcode away after a reload");
  await page.context().close();
}

async function nobodyIsTurnedAway(test) {
  const page = await test.open(NEAR);
  const ways = page.locator("[data-near-results] a");
  for (const [typed, line, way] of [
    ["ZZ10 1AB", "ZZ10 1AB is in Wexham Vale, outside Mereshire.", "01632 960951"],
    ["zz13", "Southmarch", "01632 960954"],
    ["NG1 1AA", "We do not know NG1 1AA. It may be outside Mereshire.", "Help anywhere in the UK"],
    ["JE2 3AB", "Channel Islands", "Help anywhere in the UK"],
    ["BT1 1AA", "We do not know BT1 1AA", "If one of you lives outside Mereshire"],
    ["hello", "does not look like a postcode", "01632 960000"],
    ["", "Type a postcode", "01632 960000"],
  ]) {
    await page.locator("#near-postcode").fill(typed);
    await page.locator("#near-postcode").press("Enter");
    await said(page, line);
    const names = await ways.allInnerTexts();
    test.check(names.some((name) => name.includes(way)), NEAR, `${typed || "nothing"} leads to ${names.join(", ")}`);
    test.check(await page.locator("#districts a").first().isVisible(), NEAR, `${typed} hides the districts`);
  }
  for (const [typed, line] of [["ZZ1", "ZZ1 is in Merebridge. To see what is nearest"], ["ZZ1 9ZZ", "We do not know the postcode ZZ1 9ZZ."], ["Lindmoor", "Lindmoor"]]) {
    await page.locator("#near-postcode").fill(typed);
    await page.locator("#near-postcode").press("Enter");
    await page.waitForFunction((line) => document.querySelector(".signpost-near").innerText.replace(/[\u2066-\u2069]/g, "").includes(line), line);
    test.check(await items(page).count() > 5, NEAR, `${typed} finds ${await items(page).count()} services`);
    test.check(!/mile/.test(await page.locator("[data-near-results]").innerText()), NEAR, `${typed} has distances from nowhere`);
    const heading = await page.locator("[data-near-group=near] h2").innerText();
    test.check(heading === "Places to go", NEAR, `${typed} calls places the nearest: "${heading}"`);
  }
  // A slip of the finger is announced, with what was found all the same.
  await page.locator("#near-postcode").fill("ZZ1 9ZZ");
  await page.locator("#near-postcode").press("Enter");
  await said(page, "We do not know the postcode ZZ1 9ZZ.");
  test.check(/services cover Merebridge/.test(await status(page)), NEAR, `announces "${await status(page)}"`);
  // One home here, one elsewhere: what the answer leads to is there.
  await page.goto(`${test.site.origin}${NEAR}#postcode=ZZ1+1AA&theirs=SW1A+2AA`);
  await said(page, "SW1A 2AA");
  for (const link of await page.locator("[data-near-results] ul > li > a[href^='#']").all()) {
    const target = await link.getAttribute("href");
    test.check(await page.locator(target).isVisible(), NEAR, `leads to ${target}, which is hidden`);
  }
  await page.context().close();
}

/** Pressed twice before anything came, "Show more" leaves no service out and shows none twice. */
async function impatient(test) {
  const page = await test.open(`${NEAR}#postcode=ZZ1+1AA`);
  await items(page).first().waitFor();
  const near = page.locator("[data-near-group=near]");
  let release;
  const held = new Promise((go) => (release = go));
  await page.route("**/assets/near/c*", async (route) => {
    await held;
    await route.continue();
  });
  const button = near.locator("button");
  if (await button.isVisible()) await button.evaluate((button) => (button.click(), button.click()));
  release();
  await page.waitForFunction(() => document.querySelectorAll("[data-near-group=near] [data-near-result]").length > 10);
  while (await button.isVisible()) {
    const count = await near.locator("[data-near-result]").count();
    await button.click();
    await near.locator("[data-near-result]").nth(count).waitFor();
  }
  const shown = await near.locator("h3 a").evaluateAll((links) => links.map((link) => link.href));
  test.check(new Set(shown).size === shown.length, NEAR, `shows ${shown.length - new Set(shown).size} services twice`);
  // Going once through all of them, one press after another, gives the same ones.
  await page.unroute("**/assets/near/c*");
  await page.reload();
  await items(page).first().waitFor();
  while (await button.isVisible()) {
    const count = await near.locator("[data-near-result]").count();
    await button.click();
    await near.locator("[data-near-result]").nth(count).waitFor();
  }
  const wanted = await near.locator("h3 a").evaluateAll((links) => links.map((link) => link.href));
  test.check(shown.join() === wanted.join(), NEAR, `pressed twice at once, "Show more" shows ${shown.length} of ${wanted.length} places`);
  await page.context().close();
}

/** A district that is chosen among the results takes the focus along. */
async function districts(test) {
  const page = await test.open(`${NEAR}#postcode=ZZ3`); // on both sides of a border
  const link = page.locator("[data-near-results] a[href^='#postcode=']").first();
  await link.focus();
  await page.keyboard.press("Enter");
  await items(page).first().waitFor();
  const focused = await page.evaluate(() => document.activeElement.tagName);
  test.check(focused === "H2", NEAR, `choosing a district leaves the focus on ${focused}`);
  await page.context().close();
}

/** The reader's own list comes along from the box on other pages, and stands beside what was found. */
async function besideAList(test) {
  const page = await test.open("/#list=0123456789");
  await page.locator(".signpost-mine a").filter({ hasText: "1" }).waitFor();
  await page.locator("main #near-postcode").fill("ZZ2 1YC");
  await page.locator("main #near-postcode").press("Enter");
  await said(page, "Alder Vale");
  test.check(/#postcode=ZZ2(%20|\+)1YC&list=0123456789$/.test(page.url()), "/", `the postcode takes the list away: ${page.url()}`);
  await page.evaluate(() => (location.hash = "#outside&list=0123456789"));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  test.check(await items(page).count() > 5, NEAR, "a place beside the list takes the results away");
  await page.context().close();
}

/** Back undoes, and a place on the page asks for nothing. */
async function backAndForth(test) {
  const page = await test.open(`${NEAR}#postcode=ZZ2+1YC`);
  await said(page, "Alder Vale");
  const first = await items(page).first().innerText();
  await page.locator("#near-postcode").fill("ZZ8 1SB");
  await page.locator("#near-postcode").press("Enter");
  await said(page, "Stowebury");
  await page.goBack();
  await said(page, "Alder Vale");
  test.check(await page.locator("#near-postcode").inputValue() === "ZZ2 1YC", NEAR, "Back leaves the other postcode in the box");
  test.check(await items(page).first().innerText() === first, NEAR, "Back shows another list");
  await page.locator(".signpost-skip").first().focus();
  await page.keyboard.press("Enter");
  test.check(await items(page).count() > 5, NEAR, "the skip link takes the list away");
  await page.context().close();
}

async function offline(test) {
  const page = await test.open(NEAR, { expects: /signpost-near|Failed to load|ERR_FAILED/ });
  await page.route("**/assets/near/**", (route) => route.abort());
  await page.locator("#near-postcode").fill("ZZ2 1YC");
  await page.locator("#near-postcode").press("Enter");
  await said(page, "The list did not load");
  test.check(await page.locator('[data-near-results] a[href^="tel:"]').first().isVisible(), NEAR, "gives no number when it cannot load");
  await page.unroute("**/assets/near/**");
  await page.locator("#near-postcode").press("Enter");
  await said(page, "Alder Vale");
  await page.context().close();
}

async function inOtherLanguages(test, address) {
  const page = await test.open(`${address}#postcode=ZZ1+1AA`);
  await items(page).first().waitFor();
  const own = new URL(await items(page).first().locator("a").first().evaluate((link) => link.href)).pathname;
  test.check(test.site.file(own), address, `leads to ${own}, which is not there`);
  const foreign = items(page).locator("h3 a[lang=en]");
  test.check(await foreign.count() > 0, address, "does not mark what is in English");
  await page.context().close();
}
