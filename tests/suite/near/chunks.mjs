// How many files of what is shown each home needs for the first ten of each group, at most.
//
//   node chunks.mjs near.js FOLDER      FOLDER holds manifest.json, cases.json and the published files
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [module, folder] = process.argv.slice(2);
const { lookUp, services } = await import(pathToFileURL(module));
const read = async (path) => JSON.parse(await readFile(`${folder}/${path}`, "utf8"));
const [manifest, cases] = await Promise.all([read("manifest.json"), read("cases.json")]);
let most = 0;
for (const typed of cases) {
  const { area, point } = await lookUp(manifest, typed, (number) => read(`${manifest.folder}${manifest.postcodes}/${number}.json`));
  if (!manifest.areas[area].file) continue;
  const found = services([{ file: await read(`${manifest.folder}a${area}.${manifest.areas[area].file}.json`), point, counts: "cpeg-", area }]);
  const shown = ["near", "rest", "wide"].flatMap((kind) => found[kind].slice(0, 10));
  most = Math.max(most, new Set(shown.map(({ number }) => Math.floor(number / manifest.per))).size);
}
console.log(JSON.stringify({ most }));
