import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";

export const about = "The Nu HTML checker finds no error in any file, redirects and examples of components included.";

const JAR = path.join(path.dirname(createRequire(import.meta.url).resolve("vnu-jar")), "build/dist/vnu.jar");

export default async (test) => {
  const options = ["-Xss4m", "-jar", JAR, "--format", "json", "--stdout", "--exit-zero-always"];
  const addresses = new Map(test.documents.map(({ file, address }) => [file, address]));
  const { stdout } = await promisify(execFile)("java", [...options, ...addresses.keys()], { maxBuffer: 1 << 28 });
  const { messages } = JSON.parse(stdout);
  let warnings = 0;
  for (const { type, message, url, extract } of messages) {
    if (type !== "error" && type !== "non-document-error") warnings += 1;
    else test.fail(addresses.get(decodeURIComponent(new URL(url).pathname)), `${message}${extract ? `, near ${extract.trim().slice(0, 120)}` : ""}`);
  }
  test.note(`${addresses.size} files, ${warnings} warnings`);
};
