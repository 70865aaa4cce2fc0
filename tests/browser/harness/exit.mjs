/*
 * The way to leave a sensitive page.
 */

/** Waits until the script listens for Shift: a module may start after the page has loaded. */
export function started(page) {
  return page.locator("[data-module='signpost-exit'] [role=status]").first().waitFor({ state: "attached" });
}
