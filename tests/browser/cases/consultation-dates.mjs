import { KINDS } from "../harness/pages.mjs";

export const about = "A consultation that has closed since the site was built says so, and no longer asks.";

export default async (test) => {
  const read = async (now) => {
    const page = await test.open(KINDS.consultation, { now });
    return { status: await page.locator("[data-now]").innerText(), asks: await page.locator("[data-respond]").filter({ visible: true }).count() };
  };
  const page = await test.open(KINDS.consultation);
  const { opens, closes } = await page.locator("[data-module='signpost-consultation']").evaluate((element) => ({ ...element.dataset }));
  const open = await read(new Date(`${opens.slice(0, 10)}T12:00:00Z`));
  const last = await read(new Date(`${closes.slice(0, 10)}T12:00:00Z`));
  const year = await read(new Date(`${Number(closes.slice(0, 4)) + 1}${closes.slice(4, 10)}T12:00:00Z`));
  test.check(open.asks > 0, KINDS.consultation, "does not ask for an answer while it is open");
  test.check(last.status === open.status, KINDS.consultation, `on its last day it says ${last.status}`);
  test.check(year.status !== open.status, KINDS.consultation, `a year after it closed it says ${year.status}`);
  test.check(year.asks === 0, KINDS.consultation, "asks for an answer after it closed");
};
