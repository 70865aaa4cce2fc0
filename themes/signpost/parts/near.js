/**
 * Finds help near a postcode. What is typed stands after the #, as `postcode=ZZ1+1AA`, which is never sent to a server:
 * only files of a few hundred postcodes are asked for, by their numbers.
 */
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const SHAPES = ["A9", "A99", "A9A", "AA9", "AA99", "AA9A"];
const SHOWN = 10; // of each group at first, and with each "Show more"
const MILE = 1.609344;

/** A text in a shape of letters (A) and digits (9), with O for 0 and I for 1 put right; nothing where it does not fit. */
const fit = (text, shape) => {
  if (text.length !== shape.length) return null;
  let slips = 0, put = "";
  for (let at = 0; at < text.length; at++) {
    const isLetter = shape[at] === "A", letter = text[at];
    const right = isLetter ? { 0: "O", 1: "I" }[letter] : { O: "0", I: "1", L: "1" }[letter];
    const fits = isLetter ? /[A-Z]/.test(letter) : /\d/.test(letter);
    if (!fits && !right) return null;
    if (!fits) slips++;
    put += fits ? letter : right;
  }
  return { put, slips };
};

/** The outward codes that a text may mean, the one with the fewest slips first. */
const outwards = (text) => {
  const all = SHAPES.map((shape) => fit(text, shape)).filter(Boolean);
  return all.sort((a, b) => a.slips - b.slips).map(({ put }) => put);
};

/** What somebody typed, as capital letters and digits of our own alphabet. */
const plain = (typed) =>
  typed.normalize("NFKC").toUpperCase().replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) & 15).replace(/[^A-Z0-9]/g, "");

const islands = /^(JE|GY|IM)\d/;

/**
 * The one postcode among other words, such as "NG1 1AA, Nottingham", whole or by its first half; nothing where there is
 * none, or more. `known` tells the first halves of the list.
 */
const within = (typed, known) => {
  const words = typed.normalize("NFKC").split(/[^\p{L}\p{N}]+/u).map(plain);
  const runs = [1, 2, 3].map((length) => words.map((_, at) => words.slice(at, at + length).join("")));
  // Of a postcode that is not in the list no letter may be put right.
  const isCode = (text) => outwards(text).some((code) => code === text || known.has(code));
  const isWhole = (text) => fit(text.slice(-3), "9AA") && isCode(text.slice(0, -3));
  const isHalf = (text) => outwards(text).some((code) => known.has(code));
  const all = [...runs[0], ...runs[1], ...runs[2]].filter(isWhole);
  const found = new Set(all.length ? all : runs[0].filter(isHalf));
  return found.size === 1 ? [...found][0] : "";
};

/**
 * What somebody typed means: `{ kind, name, … }`. Kinds: `found` (with `area` and perhaps `point`), `unknown` (a whole
 * postcode that no file has, with the `areas` around it), `part` (with `areas`), `islands`, `elsewhere`, `odd`, `empty`.
 * `load` fetches a file of postcodes by its number.
 */
export const lookUp = async (manifest, typed, load) => {
  const told = await lookUpAll(manifest, typed, load);
  const part = told.kind === "odd" ? within(typed, new Set(manifest.outwards.map(([name]) => name))) : "";
  return part ? lookUpAll(manifest, part, load) : told;
};

const lookUpAll = async (manifest, typed, load) => {
  const text = plain(typed);
  if (!text) return { kind: /\p{L}|\p{N}/u.test(typed) ? "odd" : "empty" };
  const fold = (name) => name.trim().toLowerCase();
  const named = manifest.areas.findIndex(({ name, id }) => [name, id].some((word) => fold(word) === fold(typed)));
  if (named >= 0) return { kind: "found", area: named, name: "" };
  const known = new Map(manifest.outwards.map(([name, sectors, areas, files]) => [name, { sectors, areas, files }]));
  const inward = fit(text.slice(-3), "9AA");
  const whole = inward ? outwards(text.slice(0, -3)) : [];
  let last = null;
  for (const outward of whole.filter((name) => known.has(name))) {
    const { sectors, areas, files } = known.get(outward), sector = inward.put[0];
    const name = `${outward} ${inward.put}`;
    last = last || { kind: "unknown", name, areas };
    if (sectors && !sectors.includes(sector)) continue;
    const file = await load(files[sectors ? sectors.indexOf(sector) : 0]);
    for (const [area, own, units, ys, xs] of file.p) {
      // A file that outward codes share names them.
      if (own !== sector && own !== `${outward} ${sector}`) continue;
      for (let at = 0; at < units.length; at += 2) {
        if (units.slice(at, at + 2) !== inward.put.slice(1)) continue;
        const far = (digits) => DIGITS.indexOf(digits[at]) * 64 + DIGITS.indexOf(digits[at + 1]);
        const point = ys.slice(at, at + 2) === "__" ? null : [file.y + far(ys), file.x + far(xs)];
        return { kind: "found", name, area, point };
      }
    }
  }
  if (last) return last;
  const name = whole.length ? `${whole[0]} ${inward.put}` : text;
  if (islands.test(name)) return { kind: "islands", name };
  if (whole.length) return { kind: "elsewhere", name };
  // Not all of it: the longest beginning that is an outward code, with no more than a sector and a letter behind.
  const [first] = typed.trim().split(/[\s\p{Pd}]+/u).map(plain); // "ZZ1 2" is a sector of ZZ1, and not ZZ12
  for (const length of [first.length, 4, 3, 2].filter((length) => length > 1 && length <= text.length)) {
    const rest = text.slice(length), isRest = !rest || fit(rest, "9") || fit(rest, "9A");
    const outward = isRest && outwards(text.slice(0, length)).find((code) => known.has(code));
    if (outward) return { kind: "part", name: outward, areas: known.get(outward).areas };
  }
  const outward = outwards(text)[0];
  if (outward) return { kind: islands.test(outward) ? "islands" : "elsewhere", name: outward };
  return { kind: "odd" };
};

/** Miles between two points in thousandths of a degree. A degree of latitude is 111.195 km everywhere. */
export const miles = ([y, x], [toY, toX]) => {
  const east = (toX - x) * Math.cos(((y + toY) * Math.PI) / 360000);
  return (Math.hypot(toY - y, east) * 0.111195) / MILE;
};

const sums = (steps) => {
  let sum = 0;
  return steps.map((step) => (sum += step));
};

/**
 * The services for homes, as `{ near, rest, wide, whose, chunks }`: of each its number, and in `near` also its distance and
 * which of its places that is. A home is `{ file, point, counts }`, where `counts` are the letters of whose home it is.
 */
export const services = (homes) => {
  const near = new Map(), rest = new Map(), wide = new Map(), chunks = {};
  homes.forEach(({ file, point, counts, area }) => {
    Object.assign(chunks, file.c);
    const [numbers, ys, xs] = file.near.slice(0, 3).map(sums), whose = file.near[3];
    let place = 0;
    numbers.forEach((number, at) => {
      place = number === numbers[at - 1] ? place + 1 : 0;
      if (!counts.includes(whose[at])) return;
      const far = point ? miles(point, [ys[at], xs[at]]) : null;
      const best = near.get(number);
      if (!best || (far !== null && (best.far === null || far < best.far))) near.set(number, { number, far, place, whose: whose[at], areas: (best || { areas: [] }).areas });
      const { areas } = near.get(number);
      if (!areas.includes(area)) areas.push(area);
    });
    sums(file.rest[0]).forEach((number, at) => {
      const whose = file.rest[1][at];
      if (!counts.includes(whose)) return;
      if (!rest.has(number)) rest.set(number, { number, whose, areas: [] });
      const { areas } = rest.get(number);
      if (!areas.includes(area)) areas.push(area);
    });
    sums(file.wide[0]).forEach((number) => wide.set(number, { number }));
  });
  const all = (map) => Array.from(map.values());
  const order = (a, b) => (a.far === null) - (b.far === null) || a.far - b.far || a.number - b.number;
  return { near: all(near).sort(order), rest: all(rest).sort((a, b) => a.number - b.number), wide: all(wide).sort((a, b) => a.number - b.number), chunks };
};

/** A `tel:` or `sms:` address, with the country where the number is a British one. */
const address = (scheme, number) => `${scheme}:${number.replace(/[^\d+]/g, "").replace(/^0(?=\d{9})/, "+44")}`;

export default class {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    const form = root.querySelector("[data-near-form]");
    form.replaceWith(form.content.cloneNode(true));
    this.form = root.querySelector("form");
    this.status = root.querySelector("[role=status]");
    this.results = root.querySelector("[data-near-results]");
    this.manifest = JSON.parse(root.querySelector("[data-near-manifest]").textContent);
    this.lang = document.documentElement.lang;
    this.plurals = new Intl.PluralRules(this.lang);
    this.files = new Map();
    this.asked = 0;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    addEventListener("hashchange", () => this.read());
    this.read();
  }

  /** A box has no name: nothing could ever send what is typed into it. */
  field(name) {
    return this.form.elements[`near-${name}`];
  }

  submit() {
    const asked = new URLSearchParams();
    ["postcode", "theirs"].forEach((name) => {
      const field = this.field(name);
      if (field && field.value.trim()) asked.set(name, field.value.trim());
    });
    const hash = `#${asked.toString() || "postcode="}`;
    if (location.hash === hash) this.read();
    else location.hash = hash;
  }

  /** Shows what the address asks for. A place on the page, such as #content, asks for nothing. */
  async read() {
    const query = new URLSearchParams(location.hash.slice(1));
    const asks = query.has("postcode") || query.has("theirs");
    // A reader's own list may stand beside anything.
    if (!asks && location.hash.slice(1).split("&").some((part) => part && !part.startsWith("list="))) return;
    const turn = ++this.asked;
    const typed = ["postcode", "theirs"].map((name) => {
      const field = this.field(name), value = query.get(name) || "";
      if (field) field.value = value;
      if (field && value && name === "theirs") this.form.querySelector("details").open = true;
      return value;
    });
    if (!asks) return this.show("", []);
    try {
      const shown = await this.answer(typed);
      if (turn === this.asked) this.show(...shown);
    } catch (error) {
      console.error("signpost-near:", error);
      if (turn === this.asked) this.show(this.words.lost, [this.help()]);
    }
  }

  show(status, parts) {
    const hadFocus = this.results.contains(document.activeElement);
    this.results.replaceChildren ? this.results.replaceChildren(...parts) : ((this.results.textContent = ""), this.results.append(...parts));
    // The same words once more are announced where they are not quite the same.
    this.status.textContent = status && status === this.status.textContent ? `${status}\u00a0` : status;
    // Those who help anyone stand among the results of a district already; what a result leads to stays.
    const anyone = document.getElementById("anyone");
    const isLedTo = this.results.querySelector('a[href="#anyone"]');
    if (anyone) anyone.hidden = !isLedTo && parts.some(({ dataset }) => dataset && dataset.nearGroup === "wide");
    if (!hadFocus) return;
    // The link that was followed is gone; the reader goes on at what it led to.
    const next = this.results.querySelector("h2") || this.status;
    next.tabIndex = -1;
    next.focus();
  }

  load(name) {
    const url = `${this.manifest.folder}${name}.json`;
    if (!this.files.has(url))
      this.files.set(url, fetch(url).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
        return answer.json();
      }).catch((error) => {
        this.files.delete(url);
        throw error;
      }));
    return this.files.get(url);
  }

  /** The line that is announced, and what stands below it. */
  async answer([own, theirs]) {
    const typed = own && theirs ? [own, theirs] : [own || theirs];
    const homes = await Promise.all(typed.map((text) => lookUp(this.manifest, text, (number) => this.load(`${this.manifest.postcodes}/${number}`))));
    const areas = homes.map((home) => this.areaOf(home));
    const inside = homes.filter((home, at) => areas[at] !== null);
    const asides = homes.filter((home, at) => areas[at] === null).map((home) => this.aside(home, typed[homes.indexOf(home)]));
    // What may be a slip, or could be told better, is announced.
    const named = homes.filter((home, at) => areas[at] !== null && home.name);
    const announced = named.filter(({ kind }) => kind !== "found").map((home) => this.told(home));
    const notes = named.filter(({ kind }) => kind === "found").map((home) => this.line(this.told(home)));
    if (!inside.length) return [asides.map(({ status }) => status).join("\n"), asides.reduce((all, { parts }) => all.concat(parts), [])];
    const files = await Promise.all(inside.map((home) => this.load(`a${this.areaOf(home)}.${this.manifest.areas[this.areaOf(home)].file}`)));
    // With both homes known each counts for the services that go by it; one alone stands for both.
    const counts = (home) => (homes.length < 2 ? "cpeg-a" : home === homes[0] ? "ceg-a" : "peg-a");
    const found = services(inside.map((home, at) => ({ file: files[at], point: home.point || null, counts: counts(home), area: this.areaOf(home) })));
    const names = inside.map((home) => this.name(this.areaOf(home))).filter((name, at, all) => all.indexOf(name) === at);
    const heading = document.createElement("h2");
    heading.textContent = this.fill(names.length > 1 ? this.words.both : this.words.in, { area: names[0], other: names[1] });
    const differs = found.near.concat(found.rest).some(({ whose }) => "cp".includes(whose));
    if (differs && homes.length < 2) notes.push(this.line(this.words.note));
    if (homes.length > 1 && found.near.some(({ far }) => far !== null)) notes.push(this.line(this.words.nearer));
    const groups = await Promise.all(["near", "rest", "wide"].map((kind) => this.group(kind, found)));
    // Of a service that names no area nobody knows that it covers this one.
    const count = found.near.concat(found.rest).filter(({ whose }) => whose !== "a").length;
    const status = asides.map(({ status }) => status).concat(announced, this.counted("count", count, { area: names.join(", ") })).join("\n");
    const extra = asides.reduce((all, { parts }) => all.concat(parts), []);
    return [status, [...extra, heading, ...notes, ...groups.filter(Boolean)]];
  }

  name(area) {
    return this.manifest.areas[area].name;
  }

  /** The area of the site that an answer lies in; null for none, or for more than one. */
  areaOf({ kind, area, areas = [] }) {
    const own = (number) => number >= 0 && this.manifest.areas[number].file;
    if (kind === "found") return own(area) ? area : null;
    return areas.length === 1 && own(areas[0]) ? areas[0] : null;
  }

  told(home) {
    const area = this.name(this.areaOf(home)), example = this.words.example;
    const unknown = home.kind === "unknown" ? `${this.fill(this.words.unknown, { postcode: home.name })} ` : "";
    const postcode = unknown ? home.name.split(" ")[0] : home.name;
    return unknown + this.fill(home.kind === "part" ? this.words.part : this.words.is, { postcode, area, example });
  }

  /** What is said of a postcode whose area has no services here: always with a way on. */
  aside(home, typed) {
    const { kind, name, area, areas = [] } = home;
    const nextDoor = (number) => number >= 0 && !this.manifest.areas[number].file;
    const neighbour = kind === "found" ? area : areas.length === 1 ? areas[0] : -1;
    if (nextDoor(neighbour)) {
      const door = this.copy(`next-door-${this.manifest.areas[neighbour].id}`);
      const said = { postcode: name || this.name(neighbour), area: this.name(neighbour) };
      // Where nobody is named who could be asked there, we are.
      if (!door.querySelector(".signpost-contact")) return { status: this.fill(this.words.beyond, said), parts: [this.ways(), this.help()] };
      return { status: this.fill(this.words.outside, said), parts: [door, this.ways()] };
    }
    if ((kind === "unknown" || kind === "part") && areas.some((number) => number >= 0)) {
      const unknown = kind === "part" ? "" : `${this.fill(this.words.unknown, { postcode: name })} `;
      const status = unknown + this.fill(this.words.parts, { postcode: name.split(" ")[0] });
      const list = document.createElement("ul");
      areas.filter((number) => number >= 0).forEach((number) => {
        const link = list.appendChild(document.createElement("li")).appendChild(document.createElement("a"));
        link.href = nextDoor(number) ? "#outside" : `#postcode=${encodeURIComponent(this.name(number))}`;
        link.textContent = this.name(number);
      });
      return { status, parts: [list] };
    }
    const said = { found: this.words.elsewhere, unknown: this.words.elsewhere, part: this.words.elsewhere }[kind] || this.words[kind];
    const status = this.fill(said, { postcode: name, typed });
    return { status, parts: kind === "odd" || kind === "empty" ? [this.help()] : [this.ways(), this.help()] };
  }

  /** The ways on that stand further down the page. */
  ways() {
    const list = document.createElement("ul");
    ["outside", "anyone", "districts"].map((id) => document.getElementById(id)).filter(Boolean).forEach((section) => {
      const link = list.appendChild(document.createElement("li")).appendChild(document.createElement("a"));
      link.href = `#${section.id}`;
      link.textContent = section.querySelector("h2").textContent;
    });
    return list;
  }

  help() {
    return this.root.querySelector("[data-near-ask]").content.cloneNode(true);
  }

  copy(id) {
    const section = document.getElementById(id).cloneNode(true);
    section.removeAttribute("id");
    const heading = section.querySelector("h3"), larger = document.createElement("h2");
    larger.textContent = heading.textContent;
    if (heading.lang) larger.lang = heading.lang;
    heading.replaceWith(larger);
    return section;
  }

  line(text) {
    const line = document.createElement("p");
    line.textContent = text;
    return line;
  }

  /** Puts values into words, each kept apart from the direction around it. */
  fill(words, values) {
    return words.replace(/\{(\w+)\}/g, (mark, name) => (values[name] === undefined ? mark : `\u2068${values[name]}\u2069`));
  }

  counted(what, n, values = {}) {
    const form = n === 0 ? "zero" : this.plurals.select(n);
    const words = this.words[what + form[0].toUpperCase() + form.slice(1)];
    return this.fill(words, { n: new Intl.NumberFormat(this.lang).format(n), ...values });
  }

  /** A group of services under its heading, the first few of them, and a button for more. */
  async group(kind, { [kind]: entries, chunks }) {
    if (!entries.length) return null;
    const section = document.createElement("section");
    section.className = "signpost-group";
    section.dataset.nearGroup = kind;
    const heading = section.appendChild(document.createElement("h2"));
    // Without a distance no place is known to be the nearest.
    const isFar = entries.some(({ far = null }) => far !== null);
    heading.textContent = this.words[kind === "near" ? (isFar ? "places" : "anyPlaces") : kind];
    const list = section.appendChild(document.createElement("ul"));
    list.className = "signpost-cards";
    let shown = 0, coming = null;
    const fetchMore = async () => {
      const next = entries.slice(shown, shown + SHOWN);
      const items = await Promise.all(next.map((entry) => this.item(entry, chunks)));
      const first = items[0].firstElementChild;
      list.append(...items);
      shown += next.length;
      return first;
    };
    // Whoever presses again while they are on their way gets the same ones.
    const more = () => (coming = coming || fetchMore().finally(() => (coming = null)));
    await more();
    if (shown < entries.length) {
      const button = section.appendChild(document.createElement("button"));
      button.type = "button";
      button.className = "signpost-button";
      button.textContent = this.words.more;
      button.addEventListener("click", () =>
        more().then((first) => {
          button.hidden = shown >= entries.length;
          first.querySelector("a").focus();
        }, () => (this.status.textContent = this.words.lost)));
    }
    return section;
  }

  async item({ number, far = null, place = 0, whose = "-", areas = [] }, chunks) {
    const { per, own } = this.manifest;
    const chunk = Math.floor(number / per);
    const file = await this.load(own[chunk] ? `c${chunk}.${own[chunk]}` : `c${chunk}.${chunks[chunk]}`);
    const [title, url, summary, phone, label, text, status, call, translated, places = []] = file[number % per];
    const item = document.querySelector("[data-near-item]").content.cloneNode(true);
    const part = (name) => item.querySelector(`[data-near-${name}]`);
    const lang = translated || this.words.lang === this.lang ? "" : this.words.lang;
    const say = (element, words, language) => {
      element.textContent = words;
      if (language) element.lang = language;
      if (!words) (element.closest(".signpost-card__status") || element).remove();
    };
    const link = item.querySelector("h3 a");
    say(link, title, lang);
    link.href = url;
    say(part("status"), status ? this.words[status] : "");
    if (!call) part("call").remove();
    const distance = far === null ? "" : far < 1 ? this.words.milesZero : this.counted("miles", Math.round(far));
    say(part("miles"), [places[place], distance].filter(Boolean).join(": "));
    say(part("summary"), summary || "", lang);
    const home = areas.map((area) => this.name(area)).join(", ");
    say(part("whose"), whose === "-" ? "" : this.fill(this.words[`of${whose.toUpperCase()}`], { area: home }));
    [["phone", "tel", phone], ["text", "sms", text]].forEach(([name, scheme, number]) => {
      const way = part(name);
      if (!number) return way.remove();
      const link = way.querySelector("a");
      link.href = address(scheme, number);
      link.textContent = number;
    });
    if (phone && label) {
      part("label").textContent = `, ${label}`;
      if (this.words.lang !== this.lang) part("label").lang = this.words.lang;
    } else if (phone) part("label").remove();
    if (!phone && !text) item.querySelector(".signpost-ways").remove();
    return item;
  }
}
