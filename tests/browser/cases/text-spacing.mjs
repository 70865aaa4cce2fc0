import { clipped, dress, overflow } from "../harness/layout.mjs";

export const about = "Readers may spread the text out: nothing is cut off or pushed out of the window (WCAG 1.4.12).";

const SPREAD = `
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }`;

export default async (test) => {
  await test.everyPageAndExample({ addresses: test.site.makes }, async (page, address) => {
    await dress(page, SPREAD);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const what of await overflow(page)) test.fail(address, `out of the window of ${width} px when spread out: ${what}`);
      for (const what of await clipped(page)) test.fail(address, `cut off at ${width} px when spread out: ${what}`);
    }
  });
};
