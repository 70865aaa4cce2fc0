import fs from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

export const about = "html-validate finds no error in any file or example of a component, by its standard and its access rules.";

const RULES = { root: true, extends: ["html-validate:standard", "html-validate:a11y"] };

export default async (test) => {
  const checker = new HtmlValidate(new StaticConfigLoader(RULES));
  for (const { file, address } of test.documents) {
    const report = await checker.validateString(fs.readFileSync(file, "utf8"), file);
    for (const { messages } of report.results)
      for (const { ruleId, message, severity } of messages)
        if (severity === 2) test.fail(address, `${ruleId}: ${message}`);
  }
};
