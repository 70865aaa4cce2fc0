export const about = "A reader's own list lives behind the # alone: it comes along through the site, opens the same from its link, takes in no sensitive page, and is kept on the phone only when asked, for 30 days, without a trace after.";

const HUB = "/services/mereshire-carers-hub/", LINE = "/services/mereshire-careline/", REFUGE = "/services/haven-house-refuge/";
const LIST = "/shortlist/";
const NOW = new Date("2026-11-22T10:00:00Z");

export default async (test) => {
  const [list, hub, line] = await gather(test);
  await anchors(test, list, hub);
  await beside(test, list);
  await showsTheSame(test, hub, line);
  for (const options of [{}, { viewport: { width: 320, height: 640 }, forcedColors: "active" }]) await order(test, list, options);
  await missing(test, hub);
  await sensitive(test);
  await keeps(test, list);
  await others(test, list);
  await elsewhere(test, list);
  await withoutScripts(test);
  await prints(test, list);
};

const hash = (page) => new URL(page.url()).hash;
const mine = (page) => page.locator(".signpost-mine a");
const status = (page) => page.locator(".signpost-mine [role=status]");
const names = (page) => page.locator(".signpost-mylist [data-standing]:not([hidden]) h2").allInnerTexts();
const add = (page) => page.locator("main [data-id] > button").first();
const press = async (page, locator) => { await locator.focus(); await page.keyboard.press("Enter"); };
const stored = (page) => page.evaluate(() => localStorage.length + sessionStorage.length);

/** By keyboard, from a service page and from a list; along the links, and Back. Gives the list, and the name of each service. */
async function gather(test) {
  const page = await test.open("/services/");
  test.check(await mine(page).count() === 0, "/services/", "shows a list before there is one");
  await press(page, page.locator(`.signpost-card a[href="${HUB}"]`));
  await page.waitForURL(`**${HUB}`);
  await press(page, add(page));
  await mine(page).filter({ hasText: "1" }).waitFor();
  test.check(/your list/i.test(await status(page).innerText()), HUB, "does not say that it was added");
  test.check(await add(page).innerText() === "Take off my list", HUB, `the button says "${await add(page).innerText()}"`);
  test.check(/^#list=[0-9a-f]{10}$/.test(hash(page)), HUB, `the address ends in ${hash(page)}`);
  const hub = hash(page).slice(6);
  await page.goBack();
  await mine(page).filter({ hasText: "1" }).waitFor();
  test.check(hash(page) === `#list=${hub}`, "/services/", "going Back loses what was added");
  const card = page.locator(`.signpost-card:has(a[href="${LINE}"]) button`);
  test.check(/^Add to my list: Mereshire/.test(await card.textContent()), "/services/", `a button is called "${await card.textContent()}"`);
  await press(page, card);
  await mine(page).filter({ hasText: "2" }).waitFor();
  const line = hash(page).split(".")[1];
  await press(page, page.locator(".signpost-nav a").first());
  await page.waitForURL((url) => url.pathname === "/topics/" || url.hash.includes(line));
  await press(page, mine(page));
  await page.waitForURL(`**${LIST}#list=${hub}.${line}`);
  await page.locator(".signpost-mylist h2").nth(1).waitFor();
  test.check((await names(page)).join() === "Mereshire Carers Hub,Mereshire Careline alarms", LIST, `shows ${await names(page)}`);
  // Emptied here, it is empty on the page that one goes back to.
  for (const left of [1, 0]) {
    await press(page, page.locator("[data-do=takeOff]").filter({ visible: true }).first());
    await page.waitForFunction((left) => document.querySelectorAll(".signpost-mylist [data-standing]:not([hidden])").length === left, left);
  }
  await page.goBack();
  await page.waitForFunction(() => location.hash.endsWith("list="));
  test.check(!(await mine(page).isVisible()), "the page before", "has what was taken off on the next one");
  test.check(await stored(page) === 0, LIST, "stores something");
  test.check(hub !== line && line.length === 10, LIST, `the services are called ${hub} and ${line}`);
  await page.context().close();
  return [`${LIST}#list=${hub}.${line}`, hub, line];
}

/** Skip links and other places on a page work, and take nothing from the list; a link to a place on another page, too. */
async function anchors(test, list, hub) {
  const page = await test.open(`${HUB}#list=${hub}`);
  await mine(page).waitFor();
  await press(page, page.locator(".signpost-skip").first());
  await page.waitForFunction(() => location.hash.startsWith("#content&list="));
  await page.locator("main a[href='#contact']").first().click();
  await page.waitForFunction(() => location.hash.startsWith("#contact&list="));
  const top = await page.locator("#contact").evaluate((place) => place.getBoundingClientRect().top);
  test.check(top >= -2 && top < 900, HUB, `#contact stands at ${top}`);
  await page.goBack();
  await page.waitForFunction(() => location.hash.startsWith("#content&list="));
  const other = await test.open(`${HUB}#hours&list=${hub}`);
  await mine(other).waitFor();
  await other.waitForFunction(() => document.querySelector("#hours").getBoundingClientRect().top < innerHeight && scrollY > 0);
  test.check(hash(other) === `#hours&list=${hub}`, HUB, `a place beside the list becomes ${hash(other)}`);
  // A link that was followed in another tab is again what it was.
  const link = page.locator(".signpost-nav a").nth(1), before = await link.getAttribute("href");
  const opened = page.context().waitForEvent("page");
  await link.click({ modifiers: ["Control"] });
  const tab = await opened;
  await tab.waitForLoadState();
  test.check(new URL(tab.url()).hash === `#list=${hub}`, HUB, "a new tab has no list");
  await page.waitForTimeout(50);
  test.check(await link.getAttribute("href") === before, HUB, "a link keeps the list in its address");
  await tab.close();
  // Leaving the site takes nothing along, and no host is told.
  test.check(!test.site.requests.some((asked) => asked.includes("list=")), HUB, "the host was told the list");
}

/** Search and narrowing use the same part of the address. */
async function beside(test, list) {
  const own = list.slice(list.indexOf("list="));
  const page = await test.open(`/topics/breaks/#${own}`);
  await mine(page).waitFor();
  const all = await page.locator(".signpost-cards__item").filter({ visible: true }).count();
  await page.locator(".signpost-narrow summary").click();
  await page.locator("[data-key=areas] a", { hasText: "Alder Vale" }).click();
  test.check(hash(page) === `#areas=alder-vale&${own}`, "/topics/breaks/", `narrowed, the address ends in ${hash(page)}`);
  const some = await page.locator(".signpost-cards__item").filter({ visible: true }).count();
  test.check(some > 0 && some < all, "/topics/breaks/", `${some} of ${all} are left`);
  await page.reload();
  test.check(await page.locator(".signpost-cards__item").filter({ visible: true }).count() === some, "/topics/breaks/", "reloading loses the choice");
  await page.goBack();
  await page.waitForFunction((all) => [...document.querySelectorAll(".signpost-cards__item")].filter((one) => !one.hidden).length === all, all);
  test.check(await mine(page).innerText() === "My list (2)", "/topics/breaks/", "Back loses the list");
  await page.locator("header input[name=q]").fill("respite");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/search/#q=respite&${own}`);
  await page.locator("[data-search-result]").first().waitFor();
  await page.locator("main input[name=q]").fill("dementia");
  await page.waitForFunction(() => location.hash.startsWith("#q=dementia"));
  await page.waitForFunction((own) => location.hash.endsWith(own), own);
  await page.locator("[data-search-result] a").first().click();
  await page.waitForURL((url) => url.pathname !== "/search/" && url.hash.includes(own));
  // The page that is told of as wrong is still known.
  await page.locator("a[data-module=signpost-wrong]").click();
  await page.waitForURL((url) => url.pathname === "/wrong/" && url.hash.endsWith(own));
  await page.locator("main .signpost-note a").filter({ visible: true }).waitFor();
}

/** The link of a list shows the same list to somebody else, in the order that it was given. */
async function showsTheSame(test, hub, line) {
  const page = await test.open(`${LIST}#list=${line}.${hub}.${line}`);
  await page.locator(".signpost-mylist h2").nth(1).waitFor();
  test.check((await names(page)).join() === "Mereshire Careline alarms,Mereshire Carers Hub", LIST, `a shared link shows ${await names(page)}`);
  const words = await page.locator(".signpost-mylist > li").nth(1).innerText();
  for (const fact of ["01632 960123", "Adults who look after someone", "07700 900123", "hello@carershub.example", "4 Quay Street", "Free", "9am to 8pm"])
    test.check(words.includes(fact), LIST, `does not tell ${fact}`);
  const polish = await test.open(`/pl${LIST}#list=${hub}`);
  await polish.locator(".signpost-mylist h2").first().waitFor();
  test.check(await polish.locator("[data-facts]").first().getAttribute("lang") === "en", `/pl${LIST}`, "English facts are not marked as English");
}

/** Up, down, off and back again by keyboard: what happened is said, and the focus stays where the reader is. */
async function order(test, list, options) {
  const page = await test.open(list, options);
  await page.locator(".signpost-mylist h2").nth(1).waitFor();
  const focused = () => page.evaluate(() => `${document.activeElement.dataset.do} ${[...document.querySelectorAll(".signpost-mylist > li")].indexOf(document.activeElement.closest(".signpost-mylist > li"))}`);
  await press(page, page.locator("[data-do=down]").filter({ visible: true }));
  test.check((await names(page))[0] === "Mereshire Careline alarms", LIST, "moving down moves nothing");
  test.check(await status(page).innerText() === "Mereshire Carers Hub is now number 2 of 2", LIST, `says "${await status(page).innerText()}"`);
  test.check(await focused() === "up 1", LIST, `after moving, the focus is on ${await focused()}`);
  await page.keyboard.press("Enter");
  test.check((await names(page))[0] === "Mereshire Carers Hub" && await focused() === "down 0", LIST, "moving up does not undo it");
  const before = page.url();
  await press(page, page.locator("[data-do=takeOff]").first());
  test.check(await status(page).innerText() === "Off your list: Mereshire Carers Hub", LIST, `says "${await status(page).innerText()}"`);
  test.check(await focused() === "putBack 0", LIST, `after taking off, the focus is on ${await focused()}`);
  test.check(await mine(page).innerText() === "My list (1)", LIST, "the count is not true");
  await page.keyboard.press("Enter");
  test.check(page.url() === before && (await names(page)).length === 2, LIST, "putting back does not put it back");
  test.check(await focused() === "takeOff 0", LIST, `after putting back, the focus is on ${await focused()}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  test.check(overflow <= 0, LIST, `is ${overflow} px too wide`);
  await page.context().close();
}

/** What is not there says so, and stays until it is taken off. */
async function missing(test, hub) {
  const page = await test.open(`${LIST}#list=0000000000.${hub}`);
  await page.locator(".signpost-mylist h2").first().waitFor();
  const words = await page.locator(".signpost-mylist > li").first().innerText();
  test.check(words.includes("not on the site any more, or it cannot go on a list") && words.includes("0000000000"), LIST, `says of a service that is gone: "${words}"`);
  await page.context().close();
  const odd = await test.open(`${LIST}#list=../../etc.%3Cb%3E.zz`);
  await odd.locator("[data-part=empty]").filter({ visible: true }).waitFor();
}

/** A sensitive page says why it cannot be on a list, and its number; its card has no button; its facts are in no file. */
async function sensitive(test) {
  const page = await test.open(REFUGE);
  const why = page.locator("[data-unlisted]").filter({ visible: true });
  test.check(/somebody else could see/.test(await why.innerText()) && await why.locator("a[href^='tel:']").count() === 1, REFUGE, "does not say why it cannot be on a list");
  test.check(await page.locator("[data-id]").count() === 0, REFUGE, "can be put on a list");
  const cards = await test.open("/services/");
  test.check(await cards.locator(`.signpost-card:has(a[href="${REFUGE}"]) button`).count() === 0, "/services/", "a refuge can be put on a list");
  for (const file of test.site.files.filter((file) => file.includes("/assets/list/"))) {
    const text = (await import("node:fs")).readFileSync(file, "utf8");
    for (const word of ["haven", "Haven", "refuge", "domestic", "Larkspur"]) test.check(!text.includes(word), file, `holds "${word}"`);
  }
}

/** Kept for 30 days after the question, opened again by a button, and gone without a trace. */
async function keeps(test, list) {
  const page = await test.open(list, { now: NOW });
  const press = (name) => page.locator(`[data-do=${name}]`).click();
  const answer = (name) => page.locator(`[data-answer=${name}]`).filter({ visible: true }).waitFor();
  await page.locator(".signpost-mylist h2").nth(1).waitFor();
  test.check(await stored(page) === 0, LIST, "stores a list that nobody asked to keep");
  await press("keep");
  await answer("ask");
  test.check(await stored(page) === 0, LIST, "stores the list before the question is answered");
  await press("alone");
  await answer("kept");
  test.check((await page.locator("[data-answer=kept]").innerText()).includes("22 December 2026"), LIST, "does not say until when");
  test.check(await stored(page) === 1, LIST, "keeps nothing");
  await page.goto(test.site.origin + LIST);
  await page.locator("[data-part=empty]").filter({ visible: true }).waitFor();
  await press("open");
  await answer("opened");
  test.check((await names(page)).length === 2 || await page.locator(".signpost-mylist > li").count() === 2, LIST, "the kept list does not come back");
  await press("forget");
  await answer("forgotten");
  test.check(await stored(page) === 0, LIST, "forgetting leaves something behind");
  await press("open");
  await answer("none");

  // 30 days later, and where what is kept cannot be read.
  await press("keep");
  await press("alone");
  await page.clock.setFixedTime(new Date(NOW.getTime() + 29.9 * 864e5));
  await press("open");
  await answer("opened");
  await page.clock.setFixedTime(new Date(NOW.getTime() + 30.1 * 864e5));
  await press("open");
  await answer("over");
  test.check(await stored(page) === 0, LIST, "a list that is over stays on the phone");
  for (const broken of ['{"ids":["0123456789"],"until":"soon"}', '{"ids":["0123456789"]}', "not JSON", '{"ids":"x","until":"2027-01-10T00:00:00Z"}', '{"ids":[],"until":"2099-01-01T00:00:00Z"}']) {
    await page.evaluate((broken) => localStorage.setItem("signpost-list", broken), broken);
    await press("open");
    await answer("over");
    test.check(await stored(page) === 0, LIST, `keeps ${broken}`);
  }
  await page.context().close();
}

/** On a phone that others use, nothing is kept, and there are other ways. */
async function others(test, list) {
  const page = await test.open(list);
  await page.locator(".signpost-mylist h2").nth(1).waitFor();
  await press(page, page.locator("[data-do=keep]"));
  await press(page, page.locator("[data-do=others]"));
  const said = await page.locator("[data-answer=others]").innerText();
  test.check(/could find it/.test(said) && await stored(page) === 0, LIST, `says "${said}" and keeps ${await stored(page)}`);
  const mail = await page.locator("[data-part=email]").getAttribute("href");
  test.check(decodeURIComponent(mail).includes(list), LIST, `the email holds ${mail}`);
  // Copied by the browser's own means, or by hand where it has none.
  await page.locator("[data-do=copy]").click();
  const byHand = page.locator("[data-part=by-hand] input").filter({ visible: true });
  await byHand.or(status(page).filter({ hasText: "copied" })).first().waitFor();
  if (await byHand.count()) test.check((await byHand.inputValue()).endsWith(list), LIST, "the link to copy is another");
  await page.context().close();
}

/** Leaving the list's page for another site takes nothing along, and a file of facts that does not come can be asked for again. */
async function elsewhere(test, list) {
  const page = await test.open("/", { expects: /Failed to load resource/ });
  await page.route("**/assets/list/**", (route) => route.abort());
  await page.goto(test.site.origin + list);
  const again = page.locator(".signpost-mylist [data-facts] button");
  await again.first().waitFor();
  await page.unroute("**/assets/list/**");
  await again.first().click();
  await page.locator(".signpost-mylist h2").first().waitFor();
  await page.context().close();
}

/** Without scripts nothing of it shows but the page itself, which says what to do instead. */
async function withoutScripts(test) {
  const page = await test.open(LIST, { javaScriptEnabled: false });
  test.check(/JavaScript, which is off/.test(await page.locator("main").innerText()), LIST, "does not say what to do without scripts");
  test.check(await page.locator("main a[href^='tel:']").filter({ visible: true }).count() > 0, LIST, "gives no number without scripts");
  test.check(await page.locator("main button").filter({ visible: true }).count() === 0, LIST, "has buttons that do nothing");
  const hub = await test.open(HUB, { javaScriptEnabled: false });
  test.check(!/my list/i.test(await hub.locator("main, header").allInnerTexts().then((all) => all.join(" "))), HUB, "speaks of a list without scripts");
}

/** On paper: the services and nothing of the site, in letters of 18 points where asked, none cut in two. */
async function prints(test, list) {
  const page = await test.open(list);
  await page.locator(".signpost-mylist h2").nth(1).waitFor();
  await page.evaluate(() => document.documentElement.classList.add("signpost-large"));
  await page.emulateMedia({ media: "print" });
  for (const gone of [".signpost-header", ".signpost-footer", "main button", ".signpost-shortlist__keep"])
    for (const one of await page.locator(gone).all()) test.check(!(await one.isVisible()), LIST, `prints ${gone}`);
  const number = await page.locator(".signpost-mylist .signpost-ways__number").first().evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  test.check(number >= 24, LIST, `prints numbers in ${number} px`);
  const cut = await page.locator(".signpost-mylist > li").evaluateAll((all) => all.filter((one) => getComputedStyle(one).breakInside !== "avoid").length);
  test.check(cut === 0, LIST, "a service may be cut in two");
  test.check(/Printed on .* from/.test(await page.locator("main").innerText()), LIST, "does not say when it was printed");
  await page.context().close();
}
