import { AXE, judge, unsureNote } from "../harness/axe.mjs";

export const about = "axe finds nothing in any example that a component of the theme is documented with, by day and in the dark.";

export default async (test) => {
  const site = test.examples, addresses = test.gallery;
  test.check(addresses.length > 20, "/components/", `only ${addresses.length} components have a page`);
  const unsure = {};
  await test.everyPage({ site, addresses, scripts: [AXE] }, async (page, address) => {
    for (const [colorScheme, width] of [["light", 1280], ["dark", 320]]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await judge(test, page, `${address} (${colorScheme}, ${width} px)`, unsure);
    }
  });
  test.note(unsureNote(unsure));
};
