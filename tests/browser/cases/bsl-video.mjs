import { KINDS } from "../harness/pages.mjs";

export const about = "A signed video costs nothing until it is played, plays by keyboard, and has captions, chapters and credits.";

export default async (test) => {
  const pages = test.site.pages.filter((address) => address.endsWith("/bsl/"));
  test.check(pages.length >= 6, KINDS.bslDoor, `only ${pages.length} pages with a signed video`);
  for (const address of pages) await still(test, address);
  await play(test);
  await door(test, pages);
};

/** Before anybody asks: a poster, and every part in place. */
async function still(test, address) {
  test.site.requests.length = 0;
  const page = await test.open(address);
  const video = page.locator("main video");
  if (!test.check(await video.count() === 1, address, "no video")) return;
  await video.scrollIntoViewIfNeeded();
  await page.waitForLoadState("networkidle");
  const early = test.site.requests.filter((url) => /\.(mp4|webm)/.test(url));
  test.check(early.length === 0, address, `fetched before play: ${early.join(" ")}`);
  const { poster, width, height, controls, sources, tracks } = await video.evaluate((element) => ({
    poster: element.poster, width: element.width, height: element.height, controls: element.controls,
    sources: [...element.querySelectorAll("source")].map((source) => source.type),
    tracks: [...element.querySelectorAll("track")].map(({ kind, src, srclang, label, default: shown }) => ({ kind, src, srclang, label, shown })),
  }));
  test.check(poster && width > 0 && height > 0 && controls, address, "the video has no poster, size or controls");
  test.check(sources.length > 0 && sources.every((type) => type.startsWith("video/")), address, "a source without its type");
  const captions = tracks.find((track) => track.kind === "captions");
  test.check(captions?.shown && captions.srclang && captions.label, address, "no captions that are on by themselves");
  test.check(tracks.some((track) => track.kind === "chapters"), address, "no chapters");
  for (const { src } of tracks) {
    const text = await (await fetch(src)).text();
    test.check(/^WEBVTT/.test(text) && text.includes("-->"), address, `nothing in ${new URL(src).pathname}`);
  }
  test.check(await page.locator("main a[href*='.mp4']").count(), address, "no link to the video for browsers that cannot show it");
  for (const words of [/translat/i, /checked/i, /filmed/i]) {
    test.check(words.test(await page.locator("main dl").first().innerText()), address, `the credits do not say ${words.source}`);
  }
}

/** By keyboard: the video plays, its captions show, a chapter leads into it. */
async function play(test) {
  const page = await test.open(KINDS.bsl);
  const video = page.locator("main video");
  await video.focus();
  await page.keyboard.press("Space");
  await page.waitForFunction(() => document.querySelector("main video").currentTime > 0.2);
  const mode = await video.evaluate((element) => [...element.textTracks].find((track) => track.kind === "captions").mode);
  test.check(mode === "showing", KINDS.bsl, `captions are ${mode}`);
  await page.waitForFunction(() => [...document.querySelector("main video").textTracks[0].cues ?? []].length > 0);
  const chapter = page.locator("main [data-seconds]").last();
  const seconds = Number(await chapter.getAttribute("data-seconds"));
  await chapter.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction((from) => document.querySelector("main video").currentTime >= from, seconds);
  test.check(new URL(page.url()).pathname === KINDS.bsl, KINDS.bsl, "a chapter leaves the page");
}

/** All of them are behind one door. */
async function door(test, pages) {
  const page = await test.open(KINDS.bslDoor);
  const links = await page.locator("main a").evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
  for (const address of pages.filter((one) => one !== KINDS.bslDoor)) test.check(links.includes(address), KINDS.bslDoor, `does not list ${address}`);
}
