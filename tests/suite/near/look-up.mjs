// Looks up what people type, and compares.
//
//   node look-up.mjs near.js FOLDER      FOLDER holds manifest.json, cases.json and the published files
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [module, folder] = process.argv.slice(2);
const { lookUp } = await import(pathToFileURL(module));
const read = async (path) => JSON.parse(await readFile(`${folder}/${path}`, "utf8"));
const [manifest, cases] = await Promise.all([read("manifest.json"), read("cases.json")]);
const files = new Map(), wrong = [];
let mostFiles = 0;
for (const [typed, wanted] of cases) {
  let count = 0;
  const load = async (number) => {
    count++;
    if (!files.has(number)) files.set(number, await read(`${manifest.folder}${manifest.postcodes}/${number}.json`));
    return files.get(number);
  };
  const told = await lookUp(manifest, typed, load);
  mostFiles = Math.max(mostFiles, count);
  for (const [key, value] of Object.entries(wanted))
    if (JSON.stringify(told[key]) !== JSON.stringify(value)) wrong.push({ typed, key, wanted: value, told });
}
console.log(JSON.stringify({ wrong: wrong.slice(0, 5), most_files: mostFiles }));
