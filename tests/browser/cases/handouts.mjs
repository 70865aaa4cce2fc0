export const about = "Every service that is not sensitive has a sheet that prints on one page, with a code that stays black on white in every mode, and its address in words.";

const HUB = "/services/mereshire-carers-hub/";

export default async (test) => {
  const sheets = test.site.pages.filter((address) => address.endsWith("/handout/"));
  test.check(sheets.length > 40, "/services/", `only ${sheets.length} services have a sheet`);
  await test.everyPage({ addresses: sheets }, async (page, address) => {
    const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page[^s]/g)?.length;
    test.check(pages === 1, address, `prints on ${pages} pages`);
    test.check(await page.locator("meta[name=robots][content=noindex]").count() === 1, address, "may be found by search engines");
    const words = await page.locator(".signpost-handout__address").innerText();
    const label = await page.locator("svg[role=img]").getAttribute("aria-label");
    test.check(/\/s\/[^/]+$/.test(words) && label.endsWith(words), address, `says "${words}", and of its code "${label}"`);
    const short = words.slice(words.indexOf("/s/"));
    test.check(test.site.file(`${short}/`), address, `${short} leads nowhere`);
  });
  await print(test);
  for (const options of [{ colorScheme: "dark" }, { forcedColors: "active" }, { colorScheme: "dark", forcedColors: "active" }]) await colours(test, options);
  await reach(test);
};

/** On paper there is the service and nothing of the site around it, in letters of 16 points or more. */
async function print(test) {
  const page = await test.open(`${HUB}handout/`);
  await page.emulateMedia({ media: "print" });
  for (const gone of [".signpost-header", ".signpost-footer", ".signpost-tools"])
    for (const one of await page.locator(gone).all()) test.check(!(await one.isVisible()), HUB, `prints ${gone}`);
  const small = await page.locator("main").evaluate((main) => [...main.querySelectorAll("*")]
    .filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16 * 96 / 72 - 0.1).map((one) => one.outerHTML.slice(0, 60)));
  test.check(small.length === 0, HUB, `letters under 16 points: ${small[0]}`);
}

/** What a camera sees: black modules on white, with four modules of white around them. */
async function colours(test, options) {
  const page = await test.open(`${HUB}handout/`, options);
  const shot = (await page.locator("svg[role=img]").screenshot()).toString("base64");
  const reader = await (await test.browser.newContext()).newPage();
  const seen = await reader.evaluate(async (shot) => {
    const image = new Image();
    image.src = `data:image/png;base64,${shot}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const drawing = canvas.getContext("2d");
    drawing.drawImage(image, 0, 0);
    const at = (x, y) => [...drawing.getImageData(Math.round(x * image.width), Math.round(y * image.height), 1, 1).data].slice(0, 3).join();
    return { white: [at(0.03, 0.03), at(0.5, 0.05), at(0.95, 0.95)], size: image.width, at: [...Array(60)].map((_, step) => at((step + 0.5) / 60, 0.5)) };
  }, shot);
  await reader.context().close();
  const where = `${HUB} ${JSON.stringify(options)}`;
  test.check(seen.white.every((colour) => colour === "255,255,255"), where, `its margin is ${seen.white}`);
  test.check(seen.at.includes("0,0,0"), where, "its code is not black");
  test.check(seen.size >= 120, where, `its code is ${seen.size} px wide`);
}

/** The sheet is one step from its service, and leads back; a sensitive service has none. */
async function reach(test) {
  const page = await test.open(HUB);
  await page.locator(`main a[href="${HUB}handout/"]`).click();
  await page.waitForURL(`**${HUB}handout/`);
  test.check(await page.locator(`main a[href="${HUB}"]`).count() > 0, `${HUB}handout/`, "no way back to the service");
  test.check(!test.site.file("/services/haven-house-refuge/handout/"), "/services/haven-house-refuge/", "a refuge has a sheet that lies about at home");
  test.check(!test.site.file("/s/haven-house-refuge/"), "/services/haven-house-refuge/", "a refuge has a short address that nobody asked for");
}
