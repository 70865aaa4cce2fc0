export const about = "Every address on every page leads to a file of the folder, and every anchor to a place on its page; no two doors are one.";

export default async (test) => {
  const ids = new Map();
  const links = [];
  await test.everyPage({ javaScriptEnabled: false }, async (page, address) => {
    const found = await page.evaluate(() => {
      const of = (selector, name) => [...document.querySelectorAll(selector)].map((element) => element[name]);
      const sets = of("[srcset]", "srcset").flatMap((set) => set.split(",").map((one) => one.trim().split(/\s+/)[0]));
      const doors = [...document.querySelectorAll("nav")].flatMap((nav) => {
        // What is chosen of two ways to narrow a list is the same page, and says so.
        const links = [...nav.querySelectorAll("a[href]:not([aria-current])")];
        return links.filter((link, at) => links.findIndex((other) => other.href === link.href) < at);
      });
      return {
        doors: doors.map((link) => `${link.textContent.trim()} (${link.getAttribute("href")})`),
        ids: of("[id]", "id"),
        urls: [...of("a[href], link[href]", "href"), ...of("[src]", "src"), ...of("[poster]", "poster"),
          ...[...document.querySelectorAll("[data-search]")].map((link) => new URL(link.dataset.search, document.baseURI).href),
          ...of("form[action]", "action"), ...sets.map((url) => new URL(url, document.baseURI).href)],
      };
    });
    for (const door of found.doors) test.fail(address, `leads where another link of the same navigation leads: ${door}`);
    ids.set(address, new Set(found.ids));
    for (const url of new Set(found.urls)) links.push({ address, url });
  });
  // Addresses for other machines, such as those of other languages, begin with the address of the published site.
  const published = await (await test.open("/")).locator("link[rel=canonical]").getAttribute("href");
  for (const { address, url } of links) {
    const target = new URL(url.startsWith(published) ? test.site.origin + "/" + url.slice(published.length) : url);
    if (target.origin !== test.site.origin) continue;
    if (!test.check(test.site.file(target.pathname), address, `leads nowhere: ${target.pathname}`)) continue;
    const anchor = decodeURIComponent(target.hash.slice(1)).replace(/^(q|t)=.*/, "");
    if (target.pathname.endsWith("/search/") && anchor.includes("=")) {
      // What the search is to be narrowed by has a list of its own.
      for (const [key, value] of new URLSearchParams(anchor)) {
        test.check(test.site.file(`/${key}/${value}/`), address, `nothing to narrow the search by: ${key}=${value}`);
      }
      continue;
    }
    const places = ids.get(decodeURI(target.pathname));
    if (anchor && places) test.check(places.has(anchor), address, `no such place: ${target.pathname}#${anchor}`);
  }
};
