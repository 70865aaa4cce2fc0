export const about = "Reading a page to its end tells nobody and stores nothing; every case holds this of the pages it opens, this one to the end of each make of page.";

export default async (test) => {
  // Requests to other sites and what is stored are looked for by the harness, on each page.
  await test.everyPage({ addresses: test.site.makes }, async (page, address) => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const prefetch = await page.locator("link[rel~=preconnect], link[rel~=dns-prefetch], link[rel~=prefetch]").count();
    test.check(prefetch === 0, address, "asks the browser to prepare requests");
    const frames = await page.locator("iframe, object, embed").count();
    test.check(frames === 0, address, "holds a frame");
    const policy = await page.locator("meta[name=referrer]").getAttribute("content");
    test.check(policy === "no-referrer", address, "lets links tell where the reader came from");
  });
};
