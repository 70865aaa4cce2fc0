export const about = "A list can be narrowed: without scripts by links to lists made beforehand, with them on the page, by keyboard, with true counts, and Back undoes it.";

const TOPIC = "/topics/breaks/";
const BOTH = "/topics/breaks/alder-vale/";
const AREA = "/areas/alder-vale/";
const SERVICES = "/services/";

export default async (test) => {
  await withoutScripts(test);
  await everyCombination(test);
  for (const [width, forcedColors] of [[1280, "none"], [320, "active"]]) await onThePage(test, width, forcedColors);
  await choicesAreTrue(test);
  await links(test);
};

const titles = (page) => page.locator(".signpost-card__title").filter({ visible: true }).allInnerTexts();
const status = (page) => page.locator(".signpost-narrow [role=status]").innerText();

/** Every choice that shows is a link to a list with that heading; nothing is offered that only a script could do. */
async function withoutScripts(test) {
  for (const address of [TOPIC, BOTH, AREA, SERVICES]) {
    const page = await test.open(address, { javaScriptEnabled: false });
    const links = page.locator(".signpost-narrow a");
    await page.locator(".signpost-narrow summary").click();
    const shown = links.filter({ visible: true });
    test.check(await shown.count() > 3, address, `offers ${await shown.count()} lists`);
    for (const href of await shown.evaluateAll((all) => all.map((link) => link.getAttribute("href"))))
      test.check(test.site.file(href), address, `leads to ${href}, which is not there`);
    await page.context().close();
  }
  const page = await test.open(TOPIC, { javaScriptEnabled: false });
  await page.locator(".signpost-narrow summary").click();
  await page.locator(".signpost-narrow a", { hasText: "Alder Vale" }).click();
  test.check(new URL(page.url()).pathname === BOTH, TOPIC, `"Alder Vale" leads to ${page.url()}`);
  test.check(await page.locator("h1").innerText() === "Breaks in Alder Vale", BOTH, "has another heading");
  const crumbs = await page.locator(".signpost-crumbs a").allInnerTexts();
  test.check(crumbs.join(" ") === "Home Topics Breaks", BOTH, `stands below ${crumbs.join(" ")}`);
}

/** No list of two terms is empty, or the same as that of the topic or the audience alone. */
async function everyCombination(test) {
  const addresses = test.site.pages.filter((address) => /^\/(topics|audiences)\/[^/]+\/[^/]+\/$/.test(address) && !address.includes("/easy-read/"));
  test.check(addresses.length > 20, TOPIC, `there are ${addresses.length} lists by topic or audience and area`);
  const items = new Map();
  await test.everyPage({ addresses: [...new Set([...addresses, ...addresses.map((address) => address.replace(/[^/]+\/$/, ""))])] }, async (page, address) => {
    items.set(address, (await page.locator(".signpost-card__title a").evaluateAll((all) => all.map((link) => link.href))).join(" "));
  });
  for (const address of addresses) {
    const own = items.get(address).split(" ").length, parent = items.get(address.replace(/[^/]+\/$/, ""));
    test.check(own >= 3, address, `lists ${own} pages`);
    test.check(items.get(address) !== parent, address, "lists the same as the list above it");
  }
}

async function onThePage(test, width, forcedColors) {
  const where = `${TOPIC} at ${width} px`;
  const page = await test.open(TOPIC, { viewport: { width, height: 900 }, forcedColors });
  const all = await titles(page);
  await page.locator(".signpost-narrow summary").focus();
  await page.keyboard.press("Enter");
  const area = page.locator("[data-key=areas] a", { hasText: "Alder Vale" });
  const promised = Number(/\((\d+)\)/.exec(await area.locator("..").innerText())[1]);
  test.check(await status(page) === "", where, "announces a count before anything was chosen");
  await area.focus();
  await page.keyboard.press("Enter");
  test.check(new URL(page.url()).pathname + new URL(page.url()).hash === TOPIC + "#areas=alder-vale", where, `the address is ${page.url()}`);
  const some = await titles(page);
  test.check(some.length === promised && some.length < all.length, where, `promises ${promised} of ${all.length} and shows ${some.length}`);
  test.check(await status(page) === `${promised} results`, where, `announces "${await status(page)}"`);
  test.check(await area.evaluate((link) => document.activeElement === link), where, "the choice loses the focus");
  test.check(await area.getAttribute("aria-current") === "true", where, "does not tell which choice is made");
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  test.check(overflow <= 0, where, `is ${overflow} px too wide`);

  // The list made beforehand says the same.
  const made = await test.open(BOTH);
  test.check((await titles(made)).join() === some.join(), where, "differs from the list made beforehand");
  await made.context().close();

  const audience = page.locator("[data-key=audiences] a").filter({ visible: true }).first();
  const both = Number(/\((\d+)\)/.exec(await audience.locator("..").innerText())[1]);
  await audience.click();
  test.check((await titles(page)).length === both, where, "two choices together show another number than promised");
  await page.reload();
  test.check((await titles(page)).length === both, where, "reloading loses the choices");
  await page.goBack();
  test.check((await titles(page)).join() === some.join(), where, "Back does not undo the last choice");
  await page.goBack();
  test.check((await titles(page)).length === all.length, where, "Back does not undo the first choice");
  await page.goForward();
  await page.locator(".signpost-card__title a").filter({ visible: true }).first().click();
  await page.locator("h1").waitFor();
  await page.goBack();
  test.check((await titles(page)).join() === some.join(), where, "coming back from a page loses the choice");
  await page.locator(".signpost-skip").first().focus();
  await page.keyboard.press("Enter");
  test.check((await titles(page)).join() === some.join(), where, "the skip link loses the choice");
  await page.locator(".signpost-narrow button").click();
  test.check((await titles(page)).length === all.length && !new URL(page.url()).hash, where, "\"Show all\" does not show all");
  await page.context().close();
}

/** No choice that shows leaves nothing, and each leaves what it promises. */
async function choicesAreTrue(test) {
  const page = await test.open(SERVICES);
  await page.locator(".signpost-narrow summary").click();
  const choices = await page.locator(".signpost-narrow [data-value]").filter({ visible: true }).evaluateAll((all) =>
    all.map((link) => `[data-key=${link.closest("[data-key]").dataset.key}] [data-value="${link.dataset.value}"]`));
  test.check(choices.length > 20, SERVICES, `offers ${choices.length} choices`);
  for (const choice of choices.map((choice) => page.locator(choice))) {
    const words = await choice.locator("..").innerText();
    await choice.click();
    const shown = (await titles(page)).length;
    test.check(shown > 0 && words.endsWith(`(${shown})`), SERVICES, `${words} leaves ${shown}`);
    await choice.click();
  }
  await page.context().close();
  const odd = await test.open(SERVICES + "#areas=nowhere&utm=1");
  test.check((await titles(odd)).length > 20, SERVICES, "an area that is not there hides the list");
}

/** With a modifier key a choice is a link like any other, and what has no list of its own leads to the search. */
async function links(test) {
  const page = await test.open(TOPIC);
  await page.locator(".signpost-narrow summary").click();
  const before = page.url();
  const opened = page.context().waitForEvent("page");
  await page.locator("[data-key=areas] a", { hasText: "Alder Vale" }).click({ modifiers: ["Control"] });
  await (await opened).close();
  test.check(page.url() === before, TOPIC, "opening a choice in a new tab narrows this one");
  const hrefs = await page.locator("[data-key=audiences] a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  test.check(hrefs.every((href) => /^\/search\/#topics=breaks&audiences=[a-z-]+$/.test(href)), TOPIC, `choices without a list lead to ${hrefs[0]}`);
}
