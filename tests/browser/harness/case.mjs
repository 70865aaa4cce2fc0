/*
 * What a case is given: pages to open, a way to say what is wrong, and the rules that hold for every page of every
 * case: an empty console, no request to another site, nothing stored.
 */
import os from "node:os";

const WIDE = { width: 1280, height: 900 };
const WORKERS = Math.min(6, os.availableParallelism() + 1);

export class Case {
  failures = [];
  notes = [];
  #contexts = [];

  constructor({ browser, site, examples }) {
    Object.assign(this, { browser, site, examples });
  }

  /** Says what is wrong, and where: an address, or any other name of a place. */
  fail(where, what) {
    this.failures.push({ where, what });
  }

  /** Fails unless something is so. */
  check(so, where, what) {
    if (!so) this.fail(where, what);
    return Boolean(so);
  }

  /** Something worth reading in a run that passes too. */
  note(text) {
    this.notes.push(text);
  }

  /**
   * Opens a page. Options are Playwright's for a context, and `site`, `expects` (a pattern of console messages and script errors that are
   * meant), `leaves` (an address outside the site that the case goes to, answered with an empty page), `now` (the date
   * that the page believes it is) and `scripts` (files to run in every page before its own).
   */
  async open(address, options = {}) {
    const { page, site } = await this.#page(() => address, options);
    this.check(site.file(new URL(address, site.origin).pathname), address, "the demonstration site has no such page");
    await page.goto(site.origin + address);
    return page;
  }

  /** The pages of the gallery: each component of the theme with its examples. */
  get gallery() {
    return this.examples.pages.filter((address) => address.startsWith("/components/"));
  }

  /** Visits every page of the site and of the gallery. */
  async everyPageAndExample(options, visit) {
    await this.everyPage(options, visit);
    await this.everyPage({ ...options, site: this.examples, addresses: this.gallery }, visit);
  }

  /** The HTML files of the site and of the gallery, each with its address. */
  get documents() {
    const named = (site) => site.documents.map((file) => ({ file, address: site.address(file) }));
    return [...named(this.site), ...named(this.examples).filter(({ address }) => address.startsWith("/components/"))];
  }

  /** Visits pages of the site, all of them unless `addresses` names some, several at once. */
  async everyPage({ addresses, ...options }, visit) {
    const waiting = [...(addresses ?? (options.site ?? this.site).pages)];
    const worker = async () => {
      let address, last;
      const { page, site, context } = await this.#page(() => address ?? last, options);
      while ((address = waiting.shift()) !== undefined) {
        if (!this.check(site.file(address), address, "the demonstration site has no such page")) continue;
        last = address;
        await page.goto(site.origin + address);
        await visit(page, address);
        await this.#nothingKept(page, address);
      }
      await this.#nothingStored(page, last);
      await context.close();
    };
    await Promise.all(Array.from({ length: Math.min(WORKERS, waiting.length) }, worker));
  }

  /** Ends the case: every page still open has stored nothing. */
  async finish() {
    for (const context of this.#contexts) {
      for (const page of context.pages()) await this.#nothingStored(page, new URL(page.url()).pathname).catch(() => {});
      await context.close().catch(() => {}); // a browser that is gone is told by the case that lost it
    }
  }

  async #page(where, { site = this.site, expects, leaves, now, scripts = [], ...options }) {
    const context = await this.browser.newContext({ viewport: WIDE, ...options });
    context.setDefaultTimeout(15_000);
    this.#contexts.push(context);
    for (const path of scripts) await context.addInitScript({ path });
    if (leaves) await context.route(leaves, (route) => route.fulfill({ contentType: "text/html", body: "<title>Left</title>" }));
    const page = await context.newPage();
    if (now) await page.clock.setFixedTime(now);
    page.on("console", (message) => {
      if (!expects?.test(message.text())) this.fail(where(), `console ${message.type()}: ${message.text()}`);
    });
    page.on("crash", () => this.fail(where(), "the page crashed the browser"));
    page.on("pageerror", (error) => {
      if (!expects?.test(error.message)) this.fail(where(), `script error: ${error.message}`);
    });
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(site.origin + "/") && url !== leaves) this.fail(where(), `asks another site for ${url}`);
    });
    return { page, site, context };
  }

  /** Asked of each page: the places where a script usually keeps things. */
  async #nothingKept(page, address) {
    const kept = await page.evaluate(() => [
      ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...document.cookie.split("; ").filter(Boolean),
    ]);
    for (const name of kept) this.fail(address, `stores ${name} on the reader's machine`);
  }

  /** Asked where a reader stops: every place that a page can keep things in. */
  async #nothingStored(page, address) {
    if (page.isClosed() || !page.url().startsWith("http://127.0.0.1:")) return;
    await this.#nothingKept(page, address);
    const stored = await page.evaluate(async () => [
      ...(await indexedDB.databases()).map((base) => base.name), ...(await caches.keys()),
      ...(await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope),
    ]);
    for (const name of stored) this.fail(address, `stores ${name} on the reader's machine`);
  }
}
