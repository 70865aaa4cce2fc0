export const about = "One can tell what is wrong from every page: without scripts by a plain page, with them with the page one came from filled in, and nothing is sent.";

const FROM = "/guides/breaks/", OWNER = "carers-team@mereshire.example";

export default async (test) => {
  const plain = await test.open(FROM, { javaScriptEnabled: false });
  await plain.locator('main a[href="/wrong/"]').click();
  await plain.waitForURL((url) => url.pathname === "/wrong/");
  test.check(await plain.locator('main a[href^="tel:"]').count() > 0, "/wrong/", "no number to call without scripts");
  test.check(!(await plain.locator("main [hidden]").isVisible()), "/wrong/", "the page one came from is shown without scripts");

  const page = await test.open(FROM);
  const sent = [];
  page.on("request", (request) => sent.push(request.url()));
  await page.locator('main a[href^="/wrong/"]').click();
  await page.waitForURL((url) => url.pathname === "/wrong/");
  const note = page.locator("main .signpost-note a");
  test.check(await note.isVisible(), "/wrong/", "the page one came from is not named");
  test.check(await note.getAttribute("href") === test.site.origin + FROM, "/wrong/", `names ${await note.getAttribute("href")}`);
  const mail = await page.locator('#how ~ ul a[href^="mailto:"]').first().getAttribute("href");
  test.check(mail.includes(encodeURIComponent(FROM)), "/wrong/", `the message does not name the page: ${mail}`);
  const first = await page.locator("#teams ~ ul a").first().getAttribute("href");
  test.check(first.startsWith(`mailto:${OWNER}?`), "/wrong/", `the page's owner is not the first: ${first}`);
  for (const url of sent) test.check(!url.includes("breaks"), "/wrong/", `the page one came from was sent: ${url}`);

  for (const odd of ["//evil.example/", "javascript:alert(1)", "/x\"onclick=1/", "/%0d%0aBcc:x/?"]) {
    const strange = await test.open(`/wrong/#${odd}`);
    const link = strange.locator("main .signpost-note a");
    const target = new URL(await link.getAttribute("href"), test.site.origin);
    test.check(target.origin === test.site.origin, "/wrong/", `believes ${odd}`);
  }
  const quiet = await test.open("/staying-safe/");
  const hash = await quiet.locator('main a[href^="/wrong/"]').getAttribute("href");
  test.check(hash === "/wrong/", "/staying-safe/", `takes a sensitive page along: ${hash}`);
};
