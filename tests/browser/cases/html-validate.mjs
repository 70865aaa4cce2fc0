import { once } from "node:events";
import { Worker } from "node:worker_threads";

export const about = "html-validate finds no error in any file or example of a component, by its standard and its access rules.";

export default async (test) => {
  const addresses = new Map(test.documents.map(({ file, address }) => [file, address]));
  // It works without a pause, and this thread answers the browsers of other cases.
  const worker = new Worker(new URL("../harness/validate.mjs", import.meta.url), { workerData: [...addresses.keys()] });
  const [found] = await once(worker, "message");
  for (const { file, ruleId, message } of found) test.fail(addresses.get(file), `${ruleId}: ${message}`);
};
