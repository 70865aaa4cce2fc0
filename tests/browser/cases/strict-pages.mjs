export const about = "No page holds a script, a style or a handler of its own: all of them come from files of the site. Data is none.";

export default async (test) => {
  await test.everyPage({ javaScriptEnabled: false }, async (page, address) => {
    const found = await page.evaluate(() => {
      const outer = (element) => element.outerHTML.slice(0, 80);
      const inline = document.querySelectorAll("style, [style], script:not([src]):not([type='application/ld+json']):not([type='application/json'])");
      const handlers = [...document.querySelectorAll("*")].filter((element) =>
        element.getAttributeNames().some((name) => name.startsWith("on") || name.startsWith("data-sp")));
      const loads = [...document.querySelectorAll("[src], [srcset], [poster], [data], link[href]:not([rel=canonical], [rel=alternate])")]
        .flatMap((element) => ["src", "srcset", "poster", "data", "href"].map((name) => element.getAttribute(name)))
        .filter((value) => value && /^([a-z]+:|\/\/)/i.test(value));
      const unsafe = [...document.querySelectorAll("a[href], form[action]")]
        .map((element) => element.getAttribute("href") ?? element.getAttribute("action"))
        .filter((value) => /^\s*(javascript|data|vbscript):/i.test(value));
      return [
        ...[...inline].map((element) => `inline: ${outer(element)}`),
        ...handlers.map((element) => `handler or mark: ${outer(element)}`),
        ...loads.filter((value) => !value.startsWith(document.baseURI)).map((value) => `loads from elsewhere: ${value}`),
        ...unsafe.map((value) => `unsafe address: ${value}`),
      ];
    });
    for (const what of found) test.fail(address, what);
  });
};
