import { AXE } from "../harness/axe.mjs";
import { EVERY_KIND } from "../harness/pages.mjs";

export const about = "Words that axe cannot judge, such as those on the arm of a signpost, stand out from what is painted behind them.";

const LOOKS = [{ colorScheme: "light" }, { colorScheme: "dark" }, { contrast: "more" }];

export default async (test) => {
  const eye = await (await test.browser.newContext()).newPage(); // reads the pixels of pictures of the pages
  let judged = 0;
  for (const look of LOOKS) {
    await test.everyPage({ addresses: EVERY_KIND, scripts: [AXE], ...look }, async (page, address) => {
      for (const arm of await page.evaluate(groundless)) test.fail(address, `tools do not find the colour behind the words: ${arm}`);
      const places = await page.evaluate(unsure);
      if (!places.length) return;
      const picture = (await page.screenshot({ fullPage: true })).toString("base64");
      const grounds = await eye.evaluate(painted, { picture, boxes: places.map((place) => place.box) });
      places.forEach(({ name, colour, least }, at) => {
        const contrast = ratio(rgb(colour), grounds[at]);
        judged += 1;
        const where = `${address} (${Object.values(look)[0]})`;
        if (contrast < least) test.fail(where, `contrast ${contrast.toFixed(2)}, not ${least}: ${colour} on rgb(${grounds[at]}): ${name}`);
      });
    });
  }
  await eye.context().close();
  test.note(`${judged} places judged by what is painted`);
};

/** Runs in the page: arms that have no colour of their own, only a plate painted behind them. */
function groundless() {
  const arms = [...document.querySelectorAll(".signpost-arm")];
  return arms.filter((arm) => /, 0\)$/.test(getComputedStyle(arm).backgroundColor)).map((arm) => arm.outerHTML.slice(0, 80));
}

/** Runs in the page: places whose contrast axe leaves open, each kind of place once. */
async function unsure() {
  const found = await window.axe.run(document, { runOnly: { type: "rule", values: ["color-contrast"] }, resultTypes: ["incomplete"] });
  const seen = new Set();
  const places = [];
  for (const { target } of found.incomplete.flatMap((rule) => rule.nodes)) {
    const element = document.querySelector(target[0]);
    const text = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!text) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getClientRects()[0];
    const style = getComputedStyle(element);
    const up = element.parentElement, key = [element.tagName, element.className, up.className, up.parentElement?.className, style.color].join();
    if (!box || box.width < 2 || box.right < 0 || seen.has(key)) continue;
    seen.add(key);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    places.push({
      name: element.outerHTML.slice(0, 80), colour: style.color, least: large ? 3 : 4.5,
      box: [box.left + scrollX, box.top + scrollY, box.width, box.height].map(Math.round),
    });
  }
  return places;
}

/** Runs in a page of its own: the colour that most of each box has. */
async function painted({ picture, boxes }) {
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  return boxes.map(([x, y, width, height]) => {
    const { data } = canvas.getImageData(x, y, width, height);
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts].sort((one, other) => other[1] - one[1])[0][0].split(",").map(Number);
  });
}

const rgb = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number);

/** Contrast as WCAG counts it. */
function ratio(one, other) {
  const light = (colour) => {
    const [red, green, blue] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}
