import fs from "node:fs";

export const about = "Every page is light: HTML, styles and scripts, sent compressed, before any picture.";

const KB = 1024;
/**
 * Bytes a page may take, compressed. The scripts of the search page and of help near you are counted apart from those of every page, and a
 * list that can be narrowed has a script of its own, too. What a service page needs fits into the first round trip of a
 * new connection.
 */
const MOST = { page: 25 * KB, service: 14 * KB, css: 6 * KB, scripts: 3 * KB, listScripts: 5 * KB, shortlist: 6 * KB, search: 8 * KB, near: 6 * KB, pictures: 60 * KB, easy: 120 * KB };

export default async (test) => {
  const heaviest = {};
  const weigh = (address, what, bytes, most) => {
    if (bytes > (heaviest[what]?.bytes ?? 0)) heaviest[what] = { bytes, address };
    if (bytes > most) test.fail(address, `${what} over ${most / KB} KB: ${(bytes / KB).toFixed(1)} KB`);
  };
  const weighHtml = (address, all) => {
    weigh(address, "HTML, styles and scripts", all, MOST.page);
    if (/\/services\/[^/]+\//.test(address)) weigh(address, "HTML, styles and scripts of a service page", all, MOST.service);
  };
  // Pages of one make load the same styles and scripts; pages with pictures, each its own.
  const hasPictures = (address) => fs.readFileSync(test.site.file(address), "utf8").match(/<img|<video/g)?.length > 1;
  const addresses = new Set([...test.site.makes, ...test.site.pages.filter(hasPictures)]);
  const assets = new Map(); // bytes of styles and scripts, the most of each make
  await test.everyPage({ addresses }, async (page, address) => {
    const paths = await page.evaluate(() => {
      document.querySelectorAll("img").forEach((image) => (image.loading = "eager"));
      const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
      const pictures = [...document.querySelectorAll("img")].map((image) => image.currentSrc || image.src);
      const posters = [...document.querySelectorAll("video[poster]")].map((video) => video.poster);
      return [...loaded, ...pictures, ...posters].map((url) => new URL(url).pathname);
    });
    const loaded = [...new Set(paths)];
    const sum = (pattern) => loaded.filter((path) => pattern.test(path)).reduce((all, path) => all + test.site.weight(path), 0);
    const css = sum(/\.css$/), scripts = sum(/\.js$/), search = sum(/search[^/]*\.js$/), near = sum(/\/near\.[^/]*\.js$/);
    const pictures = sum(/\.(svg|png|jpe?g|webp|avif|gif)$/);
    const make = test.site.make(address);
    assets.set(make, Math.max(assets.get(make) ?? 0, css + scripts));
    weighHtml(address, test.site.weight(address) + css + scripts);
    const sheets = loaded.filter((path) => path.endsWith(".css")).length;
    test.check(sheets <= 2, address, `it waits for ${sheets} style sheets`);
    weigh(address, "styles", css, MOST.css);
    const isNarrowed = loaded.some((path) => /\/narrow[^/]*\.js$/.test(path));
    // The page of the reader's own list is the one that has its script.
    const isOwn = /\/shortlist\/$/.test(address);
    if (isOwn) weigh(address, "scripts of the reader's own list", scripts - search - near, MOST.shortlist);
    else weigh(address, isNarrowed ? "scripts of a list" : "scripts", scripts - search - near, isNarrowed ? MOST.listScripts : MOST.scripts);
    weigh(address, "the search script", search, MOST.search);
    weigh(address, "the script of help near you", near, MOST.near);
    const easy = /\/easy-read\/$/.test(address);
    weigh(address, easy ? "pictures of an Easy Read page" : "pictures", pictures, easy ? MOST.easy : MOST.pictures);
  });
  for (const address of test.site.pages) {
    if (!addresses.has(address)) weighHtml(address, test.site.weight(address) + assets.get(test.site.make(address)));
  }
  for (const [what, { bytes, address }] of Object.entries(heaviest))
    test.note(`most for ${what}: ${(bytes / KB).toFixed(1)} KB at ${address}`);
};
