// Asks the search script what tantivy was asked, over the same files, and compares: pages, order, scores, sections, what
// was understood. Scores of one order may differ by 1e-5 of their size: tantivy adds in 32 bits, JavaScript in 64.
//
//   node parity.mjs search.js FOLDER      FOLDER holds manifest.json, expected.json and the exported files
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [module, folder] = process.argv.slice(2);
const { Index, ask } = await import(pathToFileURL(module));
const read = async (path) => JSON.parse(await readFile(`${folder}/${path}`, "utf8"));

let fetched = [];
globalThis.fetch = async (path) => {
  fetched.push(path);
  const text = await readFile(folder + path.slice(path.indexOf("/assets/")), "utf8").catch(() => null);
  return { ok: text !== null, json: async () => JSON.parse(text) };
};

const TOP = 10, NEAR = 1e-5;
const near = (a, b) => Math.abs(a - b) <= NEAR * Math.max(Math.abs(a), Math.abs(b));
const manifest = await read("manifest.json");
const told = { queries: 0, found: 0, sections: 0, cut: 0, proved: 0, refined: 0, files: 0 };
const wrong = [];

for (const { query, hits, total, corrected, unknown } of await read("expected.json")) {
  const index = new Index(manifest);
  const { groups, ranking } = await ask(index, query, true);
  fetched = [];
  const found = await ranking.settle(TOP, null);
  told.queries++;
  told.found += found.length > 0;
  told.cut += ranking.cut.length > 0;
  if (ranking.cut.length) told[fetched.length ? "refined" : "proved"]++;
  told.files += fetched.length;
  const differs = (what) => wrong.push(`${JSON.stringify(query.slice(0, 80))}: ${what}`);

  const first = found.slice(0, TOP);
  if (first.length !== Math.min(TOP, hits.length)) differs(`${first.length} pages, tantivy has ${hits.length}`);
  for (const [place, page] of first.entries()) {
    const [, link] = await index.card(page.page);
    const here = hits[place];
    // Neighbours whose scores are all but equal may have changed places.
    const there = hits.find(([address, score]) => link.endsWith(address) && near(score, here[1]));
    if (!here || !near(page.score, here[1]) || !there || there[2] !== page.hasAll) {
      differs(`at ${place} ${link} ${page.score} ${page.hasAll}, tantivy has ${here}`);
      break;
    }
    const section = page.section ? (await index.section(page.section))[1].split("#").pop() : null;
    told.sections += section !== null;
    if (!ranking.cut.length && section !== there[3]) differs(`${link} leads to ${section}, tantivy to ${there[3]}`);
  }

  await ranking.load(ranking.cut.flatMap((list) => list.tails));
  const all = ranking.found(null);
  if (all.length !== total) differs(`${all.length} pages in all, tantivy has ${total}`);
  const taken = groups.filter((one) => one.corrected).map((one) => [one.word, one.corrected]);
  if (JSON.stringify(taken) !== JSON.stringify(corrected)) differs(`corrected ${taken}, tantivy ${corrected}`);
  const none = groups.filter((one) => !one.places.size).map((one) => one.word);
  if (JSON.stringify(none) !== JSON.stringify(unknown)) differs(`unknown ${none}, tantivy ${unknown}`);
}

console.log(JSON.stringify(told));
if (wrong.length) {
  console.error(`${wrong.length} differences\n${wrong.slice(0, 12).join("\n")}`);
  process.exit(1);
}
