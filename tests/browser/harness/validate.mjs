/*
 * A thread that reads files with html-validate: given their paths, it answers once with every error.
 */
import fs from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const RULES = { root: true, extends: ["html-validate:standard", "html-validate:a11y"] };

const checker = new HtmlValidate(new StaticConfigLoader(RULES));
const found = [];
for (const file of workerData) {
  const report = await checker.validateString(fs.readFileSync(file, "utf8"), file);
  for (const { messages } of report.results)
    for (const { ruleId, message, severity } of messages) if (severity === 2) found.push({ file, ruleId, message });
}
parentPort.postMessage(found);
