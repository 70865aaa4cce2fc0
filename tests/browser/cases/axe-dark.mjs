import { AXE, judge, unsureNote } from "../harness/axe.mjs";
import { EVERY_KIND } from "../harness/pages.mjs";

export const about = "axe finds nothing in the dark, or where more contrast is asked for, on a page of each kind.";

export default async (test) => {
  const unsure = {};
  for (const [name, look] of [["dark", { colorScheme: "dark" }], ["more contrast", { contrast: "more" }]]) {
    await test.everyPage({ addresses: EVERY_KIND, scripts: [AXE], ...look }, async (page, address) => {
      await judge(test, page, `${address} (${name})`, unsure);
    });
  }
  test.note(unsureNote(unsure));
};
