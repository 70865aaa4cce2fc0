import fs from "node:fs";
import path from "node:path";
import { KINDS } from "../harness/pages.mjs";

export const about = "No byte of the folder tells where the refuge is: not its street, its postcode or where it lies on a map.";

const SECRETS = ["7 Larkspur Mews", "Larkspur", "ZZ9 9ZZ", "ZZ99ZZ", "52.91734", "52.917", "-1.23817", "-1.238"];
/** Ways in which a space is written in files of the web. */
const SPACES = [" ", "%20", "+", "_", "-", "\u00a0", "%C2%A0", "&nbsp;", "&#32;", "&#160;", "\\u0020", "\\u00a0"];

/** How many areas the county has. */
const AREAS = 8;

export default async (test) => {
  const wanted = new Set(SECRETS.flatMap((secret) => SPACES.map((space) => secret.replaceAll(" ", space).toLowerCase())));
  const minus = [...wanted].filter((text) => text.startsWith("-")).flatMap((text) => [`%2d${text.slice(1)}`, `\u2212${text.slice(1)}`]);
  minus.forEach((text) => wanted.add(text));
  for (const file of test.site.files) {
    const name = "/" + path.relative(test.site.folder, file);
    const text = name.toLowerCase() + "\n" + fs.readFileSync(file, "utf8").toLowerCase();
    for (const secret of wanted) if (text.includes(secret)) test.fail(name, `holds ${JSON.stringify(secret)}`);
  }
  test.note(`${test.site.files.length} files searched for ${wanted.size} ways to write ${SECRETS.length} secrets`);

  // Its own page says nothing smaller than the county, which may be written as all of its areas, and offers no map.
  const page = await test.open(KINDS.sensitive);
  const { words, areas } = await page.evaluate(() => {
    const links = [...document.querySelectorAll("main a[href^='/areas/']")];
    const below = links.map((link) => link.getAttribute("href")).filter((path) => path !== "/areas/");
    const areas = new Set(below).size;
    links.forEach((link) => link.remove());
    const parts = [...document.querySelectorAll("main, script[type='application/ld+json']")];
    return { words: parts.map((part) => part.textContent).join(" "), areas };
  });
  test.check(!words.includes("Merebridge"), KINDS.sensitive, "names the town of the refuge");
  test.check(areas === 0 || areas === AREAS, KINDS.sensitive, `names ${areas} of ${AREAS} areas`);
  const maps = page.locator("main a[href*='map'], main a[href^='geo:']");
  test.check(await maps.count() === 0, KINDS.sensitive, "links to a map");

  // Nor does search answer for the street.
  const search = await test.open(KINDS.search);
  await search.locator("input[name=q]").pressSequentially("larkspur");
  await search.locator("[role=status]").filter({ hasText: /\S/ }).first().waitFor();
  const found = await search.locator("[data-search-result]").allInnerTexts();
  test.check(!found.some((text) => /haven/i.test(text)), KINDS.search, "finds the refuge by its street");
};
