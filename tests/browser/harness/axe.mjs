/*
 * axe-core over a page, with the rules of WCAG 2.2 AA and axe's own good practice.
 */
import { createRequire } from "node:module";

/** The script that puts `axe` into a page: for the option `scripts` of a case's pages. */
export const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds: `violations`, each with its rule, its help and the first place; `unsure`, places it cannot judge. */
function axe(page) {
  return page.evaluate(async (tags) => {
    const found = await window.axe.run(document, {
      runOnly: { type: "tag", values: tags },
      rules: { "target-size": { enabled: true } },
      resultTypes: ["violations", "incomplete"],
    });
    return {
      violations: found.violations.map(({ id, help, nodes }) => ({
        id, help, first: nodes[0].target.join(" "), html: nodes[0].html.slice(0, 160),
      })),
      unsure: Object.fromEntries(found.incomplete.map(({ id, nodes }) => [id, nodes.length])),
    };
  }, TAGS);
}

/** Fails for each violation, and adds what axe was unsure of to the counts. */
export async function judge(test, page, where, counts) {
  const { violations, unsure } = await axe(page);
  for (const { id, help, first, html } of violations) test.fail(where, `axe ${id}: ${help}, as in ${first} ${html}`);
  for (const [id, count] of Object.entries(unsure)) counts[id] = (counts[id] ?? 0) + count;
}

export function unsureNote(counts) {
  const list = Object.entries(counts).map(([id, count]) => `${id} ${count}`);
  return `left open by axe: ${list.join(", ") || "nothing"}`;
}
