/**
 * The page of the reader's own list: fetches what is on it, in parts of the site's services that are named by what they
 * hold, and lets the reader order it, share it, print it and, after a question, keep it.
 *
 * Nothing is read or kept on this phone before a button is pressed that says so.
 */
const KEPT = "signpost-list";
const DAY = 864e5, DAYS = 30;

/** What is kept: the names; nothing where that is over, or cannot be read, which is then deleted. */
const kept = (now) => {
  let found = null;
  try {
    const { ids, until } = JSON.parse(localStorage.getItem(KEPT));
    const left = Date.parse(until) - now;
    if (left > 0 && left <= DAYS * DAY && Array.isArray(ids)) found = ids.filter((id) => /^[0-9a-f]+$/.test(id));
  } catch (error) {
    found = null;
  }
  if (!found) localStorage.removeItem(KEPT);
  return found;
};

/** A day as the site writes it: English here is that of Britain. */
const day = (date) => {
  const { lang } = document.documentElement;
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { day: "numeric", month: "long", year: "numeric" }).format(date);
};

export default class {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    this.list = root.querySelector("ol");
    this.files = new Map();
    this.rows = [];
    this.read(document);
    import(document.querySelector("[data-list]").dataset.script).then((shared) => this.start(shared));
  }

  read(page) {
    this.indexes = JSON.parse(page.querySelector("script[data-services]").textContent);
  }

  start(shared) {
    this.shared = shared;
    this.root.hidden = false;
    this.root.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-do]");
      if (button) this[button.dataset.do](button);
    });
    document.addEventListener("signpost-list", () => this.show());
    if (navigator.share) this.part("share").hidden = false;
    this.show();
  }

  part(name) {
    return this.root.querySelector(`[data-do="${name}"], [data-part="${name}"]`);
  }

  show() {
    const ids = this.shared.current();
    const standing = this.rows.filter(({ gone }) => !gone).map(({ id }) => id);
    if (standing.join() !== ids.join()) {
      this.rows = ids.map((id) => this.rows.find((row) => row.id === id && !row.gone) || this.row(id));
      this.list.textContent = "";
      this.rows.forEach(({ item }) => this.list.appendChild(item));
    }
    const standingRows = this.rows.filter(({ gone }) => !gone);
    standingRows.forEach(({ item }, at) => {
      item.querySelector("[data-do=up]").hidden = at === 0;
      item.querySelector("[data-do=down]").hidden = at === standingRows.length - 1;
    });
    this.part("empty").hidden = ids.length > 0;
    this.part("tools").hidden = !ids.length;
    this.part("by-hand").hidden = true;
    const url = this.url();
    this.part("email").href = "mailto:?subject=" + encodeURIComponent(this.words.title) + "&body=" + encodeURIComponent(url);
    this.part("made").textContent = this.words.made.replace("{date}", day(new Date()));
  }

  // What a link to this list is: the page itself, with nothing of what else the # may hold.
  url() {
    return location.origin + location.pathname + "#list=" + this.shared.current().join(".");
  }

  row(id) {
    const item = this.root.querySelector("template").content.cloneNode(true).firstElementChild;
    const row = { id, item, gone: false, name: id };
    item.row = row;
    this.fill(row);
    return row;
  }

  fill(row) {
    const facts = row.item.querySelector("[data-facts]");
    facts.textContent = this.words.loading;
    this.find(row.id).then(([index, html]) => {
      if (!html) return (facts.textContent = this.words.missing.replace("{id}", () => row.id));
      facts.innerHTML = html;
      if (index.lang !== document.documentElement.lang) Object.assign(facts, { lang: index.lang, dir: index.dir });
      row.name = facts.querySelector("h2").textContent;
      row.item.querySelectorAll("[data-name]").forEach((name) => (name.textContent = row.name));
    }).catch(() => {
      facts.textContent = this.words.offline + " ";
      const again = facts.appendChild(document.createElement("button"));
      again.type = "button";
      again.className = "signpost-button";
      again.textContent = this.words.again;
      again.addEventListener("click", () => this.fill(row));
    });
  }

  // The service in the page's language, else in the main one.
  async find(id) {
    for (const index of this.indexes) {
      const number = Math.floor(parseInt(id.slice(0, 10), 16) / 2 ** (40 - index.bits));
      const services = await this.file(index, number);
      if (services[id]) return [index, services[id]];
    }
    return [];
  }

  async file(index, number, again) {
    const hash = index.hashes.substr(number * 6, 6);
    if (!hash.trim()) return {};
    const url = `${index.folder}${number}.${hash}.json`;
    if (!this.files.has(url)) this.files.set(url, fetch(url));
    try {
      const answer = await this.files.get(url);
      if (answer.ok) return await answer.clone().json();
    } catch (error) {
      this.files.delete(url);
      throw error;
    }
    this.files.delete(url);
    if (again) throw new Error("missing");
    // After a deployment the old files may be gone: the page itself knows the new ones.
    const page = await (await fetch(location.pathname, { cache: "reload" })).text();
    this.read(new DOMParser().parseFromString(page, "text/html"));
    return this.file(this.indexes.find(({ lang }) => lang === index.lang) || index, number, true);
  }

  // Takes the order of the rows over into the address, and leaves the focus where the reader is.
  keepOrder(focus, text) {
    this.shared.change(this.rows.filter(({ gone }) => !gone).map(({ id }) => id));
    if (focus) focus.focus();
    this.shared.say(text);
  }

  move(button, step) {
    const { row } = button.closest("li");
    const standing = this.rows.filter(({ gone }) => !gone);
    const other = standing[standing.indexOf(row) + step];
    const [from, to] = [this.rows.indexOf(row), this.rows.indexOf(other)];
    this.rows.splice(from, 1);
    this.rows.splice(to, 0, row);
    this.list.insertBefore(row.item, step > 0 ? other.item.nextSibling : other.item);
    const at = standing.indexOf(row) + step;
    const isAtEnd = at === 0 || at === standing.length - 1;
    const twin = row.item.querySelector(`[data-do=${step > 0 ? "up" : "down"}]`);
    this.keepOrder(null, this.words.place.replace("{n}", at + 1).replace("{count}", standing.length).replace("{name}", () => row.name));
    (isAtEnd ? twin : button).focus();
  }

  up(button) {
    this.move(button, -1);
  }

  down(button) {
    this.move(button, 1);
  }

  takeOff(button) {
    const { row } = button.closest("li");
    this.gone(row, true);
    this.keepOrder(row.item.querySelector("[data-do=putBack]"), this.words.gone.replace("{name}", () => row.name));
  }

  putBack(button) {
    const { row } = button.closest("li");
    this.gone(row, false);
    this.keepOrder(row.item.querySelector("[data-do=takeOff]"), this.words.back.replace("{name}", () => row.name));
  }

  gone(row, is) {
    row.gone = is;
    row.item.querySelector("[data-standing]").hidden = is;
    row.item.querySelector("[data-gone]").hidden = !is;
  }

  copy() {
    const byHand = () => {
      const part = this.part("by-hand"), field = part.querySelector("input");
      part.hidden = false;
      field.value = this.url();
      field.select();
      field.focus();
    };
    if (!navigator.clipboard) return byHand();
    navigator.clipboard.writeText(this.url()).then(() => this.shared.say(this.words.copied), byHand);
  }

  share() {
    navigator.share({ title: this.words.title, url: this.url() }).catch(() => {}); // the reader thought better of it
  }

  // One of the answers below the buttons, and no other.
  answer(name) {
    this.root.querySelectorAll("[data-answer]").forEach((part) => (part.hidden = part.dataset.answer !== name));
    const part = this.root.querySelector(`[data-answer="${name}"]`);
    part.focus();
    return part;
  }

  keep() {
    this.answer("ask");
  }

  others() {
    this.answer("others");
  }

  alone() {
    const until = new Date(Date.now() + DAYS * DAY);
    try {
      localStorage.setItem(KEPT, JSON.stringify({ ids: this.shared.current(), until: until.toISOString() }));
    } catch (error) {
      return this.answer("cannot");
    }
    this.answer("kept").querySelector("[data-until]").textContent = this.words.until.replace("{date}", day(until));
  }

  open() {
    try {
      if (localStorage.getItem(KEPT) === null) return this.answer("none");
      const ids = kept(Date.now());
      if (!ids) return this.answer("over");
      this.shared.change(ids);
      this.answer("opened");
    } catch (error) {
      this.answer("cannot");
    }
  }

  forget() {
    try {
      localStorage.removeItem(KEPT);
      this.answer("forgotten");
    } catch (error) {
      this.answer("cannot");
    }
  }
}
