import { overflow } from "../harness/layout.mjs";

export const about = "No page and no example of a component scrolls sideways in a window 320 px wide (WCAG 1.4.10).";

export default async (test) => {
  await test.everyPageAndExample({ viewport: { width: 320, height: 640 } }, async (page, address) => {
    for (const what of await overflow(page)) test.fail(address, `out of a window of 320 px: ${what}`);
  });
};
