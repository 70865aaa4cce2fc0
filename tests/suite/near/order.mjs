// The services with places for homes by their postcodes: for each home a list of miles and addresses.
//
//   node order.mjs near.js FOLDER      FOLDER holds manifest.json, cases.json and the published files
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [module, folder] = process.argv.slice(2);
const { lookUp, services } = await import(pathToFileURL(module));
const read = async (path) => JSON.parse(await readFile(`${folder}/${path}`, "utf8"));
const [manifest, cases] = await Promise.all([read("manifest.json"), read("cases.json")]);
const told = [];
for (const typed of cases) {
  const { area, point } = await lookUp(manifest, typed, (number) => read(`${manifest.folder}${manifest.postcodes}/${number}.json`));
  const file = await read(`${manifest.folder}a${area}.${manifest.areas[area].file}.json`);
  const { near, chunks } = services([{ file, point, counts: "cpeg-", area }]);
  const items = [];
  for (const { number, far } of near) {
    const chunk = Math.floor(number / manifest.per);
    items.push([far, (await read(`${manifest.folder}c${chunk}.${chunks[chunk]}.json`))[number % manifest.per][1]]);
  }
  told.push(items);
}
console.log(JSON.stringify(told));
