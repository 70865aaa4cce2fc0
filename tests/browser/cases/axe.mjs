import { AXE, judge, unsureNote } from "../harness/axe.mjs";

export const about = "axe finds nothing on any page on a desktop, and on no make of page on a small phone.";

export default async (test) => {
  const unsure = {};
  await test.everyPage({ scripts: [AXE] }, async (page, address) => {
    await judge(test, page, address, unsure);
  });
  const small = { addresses: test.site.makes, viewport: { width: 320, height: 640 }, scripts: [AXE] };
  await test.everyPage(small, (page, address) => judge(test, page, `${address} (320 px)`, unsure));
  test.note(unsureNote(unsure));
};
