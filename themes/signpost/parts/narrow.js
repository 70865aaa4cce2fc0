/**
 * Narrows a list on the page itself. Without this script each choice is a link to a list that was made beforehand, and
 * choices without such a list stay hidden.
 *
 * What is chosen stands after the #, as `areas=alder-vale&topics=breaks`, so that it can be shared and Back undoes it.
 * A list of several pages is not all here: its choices lead to the search instead.
 */
export default class {
  constructor(root) {
    this.root = root;
    this.cards = Array.from(document.querySelectorAll("[data-terms]"), (card) => ({
      item: card.closest("li"),
      terms: card.dataset.terms.split(" "),
    })).concat(Array.from(document.querySelectorAll(".signpost-card:not([data-terms])"), (card) => ({ item: card.closest("li"), terms: [] })));
    root.hidden = false;
    root.querySelectorAll("[hidden]").forEach((part) => (part.hidden = false));
    root.querySelectorAll("[data-search]").forEach((link) => (link.href = link.dataset.search));
    this.ways = Array.from(root.querySelectorAll("[data-key]"), (way) => ({
      way,
      key: way.dataset.key,
      links: Array.from(way.querySelectorAll("[data-value]"), (link) => {
        const count = link.parentNode.appendChild(document.createElement("span"));
        return { link, count, value: link.dataset.value, term: link.dataset.term };
      }),
    }));
    if (!this.ways.length) return;
    this.chosen = new Map();
    this.words = "";
    this.addStatus();
    root.addEventListener("click", (event) => this.choose(event));
    addEventListener("popstate", () => this.read());
    this.read();
  }

  // The count is the only thing that is announced, and only once somebody has chosen something.
  addStatus() {
    const line = document.createElement("div");
    line.className = "signpost-narrow__status";
    this.status = line.appendChild(document.createElement("p"));
    this.status.setAttribute("role", "status");
    this.clear = line.appendChild(document.createElement("button"));
    this.clear.type = "button";
    this.clear.className = "signpost-button";
    this.clear.textContent = this.root.dataset.all;
    this.clear.hidden = true;
    this.clear.addEventListener("click", () => {
      this.chosen.clear();
      this.keep();
      this.root.querySelector("summary").focus();
    });
    this.root.appendChild(line);
  }

  choose(event) {
    const link = event.target.closest("[data-value]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { key } = link.closest("[data-key]").dataset;
    if (this.chosen.get(key) === link.dataset.value) this.chosen.delete(key);
    else this.chosen.set(key, link.dataset.value);
    this.keep();
  }

  // What is chosen goes into the address, in the order of the ways.
  keep() {
    const words = this.ways.filter(({ key }) => this.chosen.has(key)).map(({ key }) => key + "=" + this.chosen.get(key));
    // The place that is left remembers what was chosen there, since its address may name a heading instead.
    history.replaceState({ narrowed: this.words }, "");
    this.words = words.join("&");
    history.pushState({ narrowed: this.words }, "", this.words ? "#" + this.words : location.pathname + location.search);
    this.show();
  }

  // A place on the page, such as #content, says nothing of the list.
  read() {
    const { narrowed = null } = history.state || {};
    if (narrowed === null && location.hash && !location.hash.includes("=")) return this.counts();
    this.words = narrowed === null ? location.hash.slice(1) : narrowed;
    const asked = new URLSearchParams(this.words);
    const before = this.chosen.size;
    this.chosen.clear();
    this.ways.forEach(({ key, links }) => {
      if (links.some(({ value }) => value === asked.get(key))) this.chosen.set(key, asked.get(key));
    });
    if (this.chosen.size) this.root.querySelector("details").open = true;
    if (this.chosen.size || before) this.show();
    else this.counts();
  }

  // The terms that a card must have, those of one way left out.
  wanted(except) {
    const ways = this.ways.filter((way) => way !== except && this.chosen.has(way.key));
    return ways.map(({ key, links }) => links.find(({ value }) => value === this.chosen.get(key)).term);
  }

  fitting(wanted) {
    return this.cards.filter(({ terms }) => wanted.every((term) => terms.includes(term)));
  }

  show() {
    const fitting = new Set(this.fitting(this.wanted()));
    this.cards.forEach((card) => (card.item.hidden = !fitting.has(card)));
    document.querySelectorAll(".signpost-group").forEach((group) => (group.hidden = !group.querySelector("li:not([hidden]) .signpost-card")));
    this.counts();
    this.clear.hidden = !this.chosen.size;
    const { lang } = document.documentElement;
    const form = new Intl.PluralRules(lang).select(fitting.size);
    const words = this.root.dataset["count" + form[0].toUpperCase() + form.slice(1)];
    this.status.textContent = words.replace("{n}", fitting.size);
  }

  // How many each choice would leave. One that would leave none is not offered.
  counts() {
    this.ways.forEach((way) => {
      const fitting = this.fitting(this.wanted(way));
      let offered = 0;
      way.links.forEach(({ link, count, value, term }) => {
        const left = fitting.filter(({ terms }) => terms.includes(term)).length;
        const current = this.chosen.get(way.key) === value;
        count.textContent = ` (${left})`;
        link.parentNode.hidden = !left && !current;
        offered += link.parentNode.hidden ? 0 : 1;
        if (current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
      way.way.hidden = !offered;
    });
  }
}
