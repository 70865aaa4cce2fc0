import { KINDS } from "../harness/pages.mjs";

export const about = "A video elsewhere asks nobody before the click, parts of a page lead into its BSL video, and all of it works without scripts.";

const SHELF = "/components/video/";
const FRAME = "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1";

export default async (test) => {
  await elsewhere(test);
  await elsewhereWithoutScripts(test);
  await parts(test);
  await partsWithoutScripts(test);
  await sizes(test);
  await clip(test);
  await voice(test);
};

/** A video at another host: nothing before the click, then a frame that has a name, the focus, and no page to tell. */
async function elsewhere(test) {
  const page = await test.open(SHELF, { site: test.examples, leaves: FRAME });
  const asked = [];
  page.on("request", (request) => request.url().startsWith(test.examples.origin + "/") || asked.push(request));
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForLoadState("networkidle");
  test.check(asked.length === 0, SHELF, `asks ${asked.map((request) => request.url())} before the click`);
  const still = page.locator(".signpost-video__still");
  test.check(/Vimeo learns/.test(await still.innerText()), SHELF, "does not say before the click who will learn of it");
  const poster = await still.locator("img").evaluate((image) => new URL(image.src).origin === location.origin && image.width > 0 && image.height > 0);
  test.check(poster, SHELF, "the picture of a video elsewhere is not the site's own, or has no size");
  const link = still.getByRole("link");
  await link.focus();
  await page.keyboard.press("Enter");
  const frame = page.locator(".signpost-video iframe");
  await frame.waitFor();
  await page.waitForLoadState("networkidle");
  const { title, src, focused } = await frame.evaluate((one) => ({ title: one.title, src: one.src, focused: document.activeElement === one }));
  test.check(title === "Moving someone safely", SHELF, `the frame is called “${title}”`);
  test.check(src.startsWith(FRAME), SHELF, `the frame is of ${src}`);
  test.check(focused, SHELF, "the focus is lost when the frame comes");
  test.check(asked.length === 1 && asked[0].isNavigationRequest(), SHELF, "the frame was not let in, or brings more than itself");
  const referer = await asked[0]?.headerValue("referer");
  test.check(!referer || new URL(referer).pathname === "/", SHELF, `the host is told of the page: ${referer}`);
}

/** Without scripts it is a link with words that say where it goes. */
async function elsewhereWithoutScripts(test) {
  const page = await test.open(SHELF, { site: test.examples, javaScriptEnabled: false });
  const link = page.locator(".signpost-video__still a");
  test.check(await link.getAttribute("href") === "https://vimeo.com/76979871", SHELF, "no plain link to the video");
  test.check(/on Vimeo/.test(await link.innerText()), SHELF, "the link does not say where it goes");
}

/** "Watch this part in BSL" leads to the part: the player stands there, and nothing is fetched before it plays. */
async function parts(test) {
  for (const address of [KINDS.page, KINDS.service, KINDS.home]) {
    const page = await test.open(address);
    const links = page.locator("main a", { hasText: "Watch this part in BSL" });
    if (!test.check(await links.count() >= 3, address, "headings do not lead to their part of the BSL video")) continue;
    const names = await links.allInnerTexts();
    test.check(new Set(names).size === names.length, address, "links to parts have one name for several places");
    const under = await links.evaluateAll((all) => all.every((link) => {
      const heading = link.closest("p").previousElementSibling ?? link.closest("div").previousElementSibling;
      return /^H[23]$/.test(heading.tagName) && link.textContent.endsWith(heading.textContent.trim());
    }));
    test.check(under, address, "a link to a part does not stand under its heading");
    const target = await links.last().getAttribute("href");
    const seconds = Number(target.split("#at-")[1]);
    test.site.requests.length = 0;
    await links.last().click();
    await page.waitForURL("**/bsl/#at-*");
    const ready = (seconds) => {
      const video = document.querySelector("#bsl-video");
      return video?.currentTime === seconds && video.paused && document.activeElement === video;
    };
    const isReady = await page.waitForFunction(ready, seconds, { timeout: 10_000 }).then(() => true, () => false);
    test.check(isReady, target, `the player is not ready at ${seconds} s, with the focus`);
    await page.waitForLoadState("networkidle");
    test.check(!test.site.requests.some((url) => url.includes(".mp4")), target, "the video is fetched before it plays");
    if (address !== KINDS.page) continue;
    // On the page of the video the same links play at once: the reader has just asked.
    await page.locator("main a", { hasText: "Watch this part in BSL" }).first().click();
    await page.waitForFunction(() => document.querySelector("#bsl-video").currentTime > 5.2);
    test.check(await page.locator("#bsl-video").evaluate((video) => !video.paused && video.textTracks[0].mode === "showing"), target, "the part does not play with captions");
  }
}

/** Without scripts the link leads to the part in the list, and that to the moment in the file. */
async function partsWithoutScripts(test) {
  const page = await test.open(KINDS.page, { javaScriptEnabled: false });
  await page.locator("main a", { hasText: "Watch this part in BSL" }).nth(1).click();
  await page.waitForURL("**/bsl/#at-*");
  const entry = page.locator(new URL(page.url()).hash + " a");
  test.check(/\.mp4#t=\d+$/.test(await entry.getAttribute("href")), page.url(), "the part leads to no moment in the file");
  test.check(await entry.evaluate((link) => link.getBoundingClientRect().top < innerHeight), page.url(), "the part is not on the screen");
}

/** The small file is first; each size says how large it is, and the large one plays in the same place. */
async function sizes(test) {
  const page = await test.open(KINDS.bsl);
  const sizes = page.locator("[data-source]");
  test.check(await sizes.count() === 2, KINDS.bsl, "there is no choice of sizes");
  const said = await page.locator(".signpost-video__links li").allInnerTexts();
  test.check(said.every((text) => /\d+ (KB|MB)/.test(text)), KINDS.bsl, `a size is not said: ${said}`);
  test.check(/small/.test(said[0]) && /large/.test(said[1]), KINDS.bsl, "the small file is not first");
  await sizes.last().click();
  await page.waitForFunction(() => document.querySelector("#bsl-video").currentTime > 0.1);
  const playing = await page.locator("#bsl-video").evaluate((video) => ({ src: video.currentSrc, captions: video.textTracks[0].mode }));
  test.check(playing.src.endsWith("-720p.mp4") && playing.captions === "showing", KINDS.bsl, `plays ${JSON.stringify(playing)}`);
}

/** The safety page has a short signed clip, with everything that a page's own video has. */
async function clip(test) {
  const page = await test.open("/staying-safe/");
  const video = page.locator("main video");
  test.check(await video.count() === 1, "/staying-safe/", "no signed clip");
  test.check(/BSL/.test(await video.getAttribute("aria-label")), "/staying-safe/", "the clip does not say that it is signed");
  test.check(await page.locator("main video track[kind=captions][default]").count() === 1, "/staying-safe/", "the clip has no captions");
}

/** A page that is read aloud says how long and how large that is, and plays here. */
async function voice(test) {
  const address = "/guides/carers-assessment/easy-read/";
  test.site.requests.length = 0;
  const page = await test.open(address);
  const sound = page.locator("main audio");
  if (!test.check(await sound.count() === 1, address, "is not read aloud")) return;
  await page.waitForLoadState("networkidle");
  test.check(!test.site.requests.some((url) => url.includes(".mp3")), address, "the recording is fetched before it plays");
  const said = await page.locator(".signpost-audio p").innerText();
  test.check(/seconds|minute/.test(said) && /MP3/.test(said) && /\d+ KB/.test(said), address, `the recording says only: ${said}`);
  await sound.evaluate((element) => element.play());
  await page.waitForFunction(() => document.querySelector("main audio").currentTime > 0.2);
}
