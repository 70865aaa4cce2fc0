import { clipped, overflow, stuck } from "../harness/layout.mjs";

export const about = "A desktop window at 400 % scrolls one way, cuts off nothing and is covered by nothing (WCAG 1.4.4, 1.4.10).";

export default async (test) => {
  const options = { addresses: test.site.makes, viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
  await test.everyPage(options, async (page, address) => {
    for (const what of await overflow(page)) test.fail(address, `out of the window at 400 %: ${what}`);
    for (const what of await clipped(page)) test.fail(address, `cut off at 400 %: ${what}`);
    for (const what of await stuck(page)) test.fail(address, `stays over the page at 400 %: ${what}`);
  });
};
