import { AXE, judge, unsureNote } from "../harness/axe.mjs";

export const about = "axe finds nothing on any page, on a desktop and on a small phone.";

export default async (test) => {
  const unsure = {};
  await test.everyPage({ scripts: [AXE] }, async (page, address) => {
    await judge(test, page, address, unsure);
    await page.setViewportSize({ width: 320, height: 640 });
    await judge(test, page, `${address} (320 px)`, unsure);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
  test.note(unsureNote(unsure));
};
