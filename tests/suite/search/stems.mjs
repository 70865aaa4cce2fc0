// Stems every word of a list as the search script does, and compares with tantivy's stems.
//
//   node stems.mjs search.js FOLDER      FOLDER holds stems.txt: a word and its stem a line
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [module, folder] = process.argv.slice(2);
const { stem } = await import(pathToFileURL(module));
const pairs = (await readFile(`${folder}/stems.txt`, "utf8")).trimEnd().split("\n").map((line) => line.split(" "));
const wrong = pairs.filter(([word, expected]) => stem(word) !== expected);
console.log(`${pairs.length} words`);
if (wrong.length) {
  console.error(wrong.slice(0, 20).map(([word, expected]) => `${word}: ${stem(word)}, tantivy ${expected}`).join("\n"));
  process.exit(1);
}
