export const about = "An address that is not there answers with a page that helps, at any depth.";

export default async (test) => {
  const page = await test.open("/", { expects: /status of 404/ });
  for (const address of ["/no-such-page/", "/services/no/such/page/"]) {
    const answer = await page.goto(test.site.origin + address);
    test.check(answer.status() === 404, address, `answers with ${answer.status()}`);
    const styled = await page.evaluate(() => document.styleSheets.length > 0 && getComputedStyle(document.body).fontSize);
    test.check(parseFloat(styled) >= 16, address, "has no styles");
    test.check(await page.locator("a[href^='tel:']").filter({ visible: true }).count(), address, "gives no number to call");
    test.check(await page.locator("input[name=q]").filter({ visible: true }).count(), address, "has no search");
  }
};
