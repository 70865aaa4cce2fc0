// Searches the index that Signpost exported, on the search page only, with requests to this site alone.
//
// src/index/export/ describes the files. Nothing is fetched before the first key or focus, nothing is stored, and the
// query stays after "#", which is never sent. Words and scores are those of src/index/analysis.rs and expand.rs: a
// change here is a change there.

const MOST_WORDS = 12, MOST_BEGUN = 8, MOST_SLIPS = 3, BEGUN = 0.8, SLIPPED = [0.8, 0.6];
const LONGEST_WORD = 40, LONGEST_QUERY = 500, PER_PAGE = 10, REST = 180, LONG_REST = 700, ANNOUNCE = 900;

// ---- Words ----

const RUN = /[\p{Alphabetic}\p{N}\p{M}'’\u200c\u200d]+/gu;
const ALIKE = {
  ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", ς: "σ", ي: "ی", ى: "ی", ك: "ک", ه: "ہ", ة: "ہ",
};
const bare = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "");

function fold(run) {
  const word = bare(bare(run).toLowerCase()).normalize("NFC").replace(/’/g, "'").replace(/^'+|'+$/g, "").replace(/'s$/, "");
  const letters = word.match(/[\p{Alphabetic}\p{N}]/gu) || [];
  return letters.slice(0, LONGEST_WORD).map((letter) => ALIKE[letter] || letter).join("");
}

const wordsOf = (text) => (text.match(RUN) || []).map(fold).filter(Boolean);

// How many swaps, wrong, missing and added letters lie between two words, or more than `most`.
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [], last = [...b.keys(), b.length];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), last[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

// ---- Files of the index ----

// Numbers as letters, the reverse of src/index/export/digits.rs.
function numbers(text) {
  const found = [];
  let at = 0;
  const digit = () => {
    const code = text.charCodeAt(at++);
    return code - 32 - (code > 34) - (code > 92);
  };
  while (at < text.length) {
    const first = digit();
    if (first < 64) found.push(first);
    else if (first < 92) found.push(64 + (first - 64) * 93 + digit());
    else found.push(digit() + 93 * (digit() + 93 * (digit() + 93 * digit())));
  }
  return found;
}

class Index {
  constructor(manifest) {
    this.folder = manifest.replace(/[^/]*$/, "");
    this.files = new Map();
    this.read = new Map();
    this.ready = this.file(manifest.slice(this.folder.length, -5)).then((facts) => {
      Object.assign(this, facts, { first: facts.parts.map((part) => part[0]), stop: new Set(facts.stop) });
      this.lengths = this.fields.map(([, average, , lengths]) => lengths.map((length) => 1.2 * (0.25 + (0.75 * length) / average)));
    });
    this.ready.catch(() => {});
  }

  file(name) {
    if (!this.files.has(name)) {
      const read = fetch(this.folder + name + ".json").then((response) => {
        if (!response.ok) throw new Error("missing");
        return response.json().catch(() => Promise.reject(new Error("missing")));
      });
      read.catch(() => this.files.delete(name));
      this.files.set(name, read);
    }
    return this.files.get(name);
  }

  // The number of the part of the lexicon that a word would be in.
  partOf(word) {
    let low = 0, high = this.first.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.first[middle] <= word) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  async part(number) {
    if (!this.first.length) return { entries: [], at: new Map() };
    const name = "w" + number + "." + this.parts[number][1];
    if (!this.read.has(name)) this.read.set(name, lexicon(await this.file(name)));
    return this.read.get(name);
  }

  // The entries that begin with some letters.
  async begins(letters) {
    const numbers = [];
    for (let number = this.partOf(letters); number <= this.partOf(letters + "\uffff"); number++) numbers.push(number);
    const parts = await Promise.all(numbers.map((number) => this.part(number)));
    return [].concat(...parts.map((part) => part.entries)).filter((entry) => entry.weight && entry.text.startsWith(letters));
  }

  async entry(word) {
    return (await this.part(this.partOf(word))).at.get(word);
  }

  async postings(place) {
    const [file, position] = place.split(":");
    return (await this.file(file))[position];
  }

  async card(document) {
    const file = Math.floor(document / this.per);
    const table = await this.table(file >> 8);
    const hash = table.substr((file & 255) * 5, 5);
    return (await this.file("c" + file + "." + hash))[document % this.per];
  }

  table(number) {
    return this.file("t" + number + "." + this.cards[number]);
  }
}

function lexicon(json) {
  const weights = numbers(json.d), references = numbers(json.r), counts = numbers(json.s);
  const places = [], elsewhere = json.x.map(([file, position]) => file + ":" + position);
  counts.forEach((count, file) => {
    for (let position = 0; position < count; position++) {
      places.push("p" + (json.p + file) + "." + json.h.substr(file * 5, 5) + ":" + position);
    }
  });
  const entries = [], at = new Map();
  let before = [], stems = 0;
  for (const [, shared, rest] of json.w.matchAll(/([A-Z])([^A-Z]*)/g)) {
    before = before.slice(0, shared.charCodeAt(0) - 65).concat(...rest);
    const number = entries.length, reference = references[number];
    const place = reference === 0 ? places[stems++] : reference === 1 ? elsewhere.shift() : places[stems - reference + 1];
    const entry = { text: before.join(""), weight: weights[number], place };
    entries.push(entry);
    at.set(entry.text, entry);
  }
  return { entries, at };
}

// ---- What a query asks for ----

const byWeight = (a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1);

function places(entries, most, weight) {
  const found = new Map();
  for (const { place } of entries) if (found.size < most && !found.has(place)) found.set(place, weight);
  return found;
}

async function slips(index, word, isDeep) {
  const letters = [...word];
  if (letters.length < 4 || /\p{N}/u.test(word)) return null;
  const most = letters.length < 8 ? 1 : 2;
  const near = (entries) => {
    const found = [[], []];
    for (const entry of entries) {
      if (/\p{N}/u.test(entry.text)) continue;
      const apart = distance(letters, [...entry.text], most);
      if (apart <= most) found[Math.max(apart, 1) - 1].push(entry);
    }
    const step = found[0].length ? 0 : 1;
    return found[step].length ? { step, entries: found[step].sort(byWeight) } : null;
  };
  const close = near(await index.begins(letters[0]));
  if (close || !isDeep) return close;
  return near((await index.begins("")).filter((entry) => [...entry.text][0] !== letters[0]));
}

async function group(index, word, isLast, isDeep) {
  const same = await index.entry(word);
  const known = same && same.weight ? same : await index.entry(index.stem === "en" ? stem(word) : word);
  if (known) return { word, places: new Map([[known.place, 1]]) };
  if (isLast && [...word].length >= 3) {
    const begun = (await index.begins(word)).sort(byWeight);
    if (begun.length) return { word, places: places(begun, MOST_BEGUN, BEGUN) };
  }
  const near = await slips(index, word, isDeep);
  if (!near) return { word, places: new Map(), isShallow: !isDeep };
  return { word, corrected: near.entries[0].text, places: places(near.entries, MOST_SLIPS, SLIPPED[near.step]) };
}

// `isDeep` also looks for words whose first letter is the wrong one, which takes the whole lexicon: only once typing
// has rested.
async function ask(index, query, isDeep) {
  await index.ready;
  const said = wordsOf(query), isOpen = /[\p{Alphabetic}\p{N}]$/u.test(query), last = said[said.length - 1];
  const words = [...new Set(said)].slice(0, MOST_WORDS).filter((word) => !index.stop.has(word));
  if (!words.length) return { groups: [], known: [], found: [] };
  for (let number = 0; number < index.cards.length; number++) index.table(number).catch(() => {});
  const groups = await Promise.all(words.map((word) => group(index, word, isOpen && word === last, isDeep)));
  const known = groups.filter((one) => one.places.size);
  return { groups, known, found: await rank(index, known) };
}

// BM25 as tantivy computes it: pages with all words first, then by score, then in the order of documents.
async function rank(index, known) {
  const scores = new Float64Array(index.n), has = new Uint16Array(index.n), found = [];
  const wanted = [].concat(...known.map((words, bit) => [...words.places].map(([place, weight]) => ({ place, weight, bit: 1 << bit }))));
  const postings = await Promise.all(wanted.map(({ place }) => index.postings(place)));
  wanted.forEach(({ weight, bit }, at) => postings[at].forEach((text, field) => text && add(text, field, weight, bit)));

  function add(text, field, weight, bit) {
    const columns = numbers(text), count = columns[0], lengths = index.lengths[field];
    const rarity = Math.log(1 + (index.n - count + 0.5) / (count + 0.5));
    const factor = index.fields[field][0] * weight * rarity * 2.2;
    for (let at = 1, document = -1; at <= count; at++) {
      document += columns[at] + 1;
      const often = columns[count + at] + 1;
      scores[document] += (factor * often) / (often + lengths[columns[2 * count + at]]);
      has[document] |= bit;
    }
  }

  const all = (1 << known.length) - 1;
  for (let document = 0; document < index.n; document++) {
    if (has[document]) found.push({ document, score: scores[document], has: has[document], hasAll: has[document] === all });
  }
  return found.sort((a, b) => b.hasAll - a.hasAll || b.score - a.score || a.document - b.document);
}

// ---- Stems ----

// English as Snowball 3.1 stems it, which is what tantivy does.
const WHOLE = new Map(Object.entries({
  skis: "ski", skies: "sky", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli", only: "onli", singly: "singl",
  sky: "sky", news: "news", howe: "howe", atlas: "atlas", cosmos: "cosmos", bias: "bias", andes: "andes",
}));
const STEP_2 = {
  anci: "ance", enci: "ence", ogi: "og", li: "", bli: "ble", abli: "able", alli: "al", fulli: "ful", lessli: "less", ousli: "ous",
  entli: "ent", aliti: "al", biliti: "ble", iviti: "ive", tional: "tion", ational: "ate", alism: "al", ation: "ate", ization: "ize",
  izer: "ize", ator: "ate", iveness: "ive", fulness: "ful", ousness: "ous", ogist: "og",
};
const STEP_3 = { icate: "ic", ative: "", alize: "al", iciti: "ic", ical: "ic", tional: "tion", ational: "ate", ful: "", ness: "" };
const STEP_4 = /(ic|[ae]nce|[ai]ble|ate|ive|ize|iti|al|ism|ion|er|ous|ant|e?ment|ent)$/;
const ending = (step) => new RegExp("(" + Object.keys(step).join("|") + ")$");
const ENDS_2 = ending(STEP_2), ENDS_3 = ending(STEP_3);
const isShort = (word) => /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$|past$/.test(word);

function stem(written) {
  if (written.length < 3) return written;
  if (WHOLE.has(written)) return WHOLE.get(written);
  let word = written.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y"), found, base;
  const after = (from, begins) => {
    const region = begins.exec(word.slice(from));
    return region ? from + region[0].length : word.length;
  };
  const first = after(0, /^(arsen|commun|emerg|gener|inter|later|organ|past|univers|[^aeiouy]*[aeiouy]+[^aeiouy])/);
  const second = after(first, /^[^aeiouy]*[aeiouy]+[^aeiouy]/);
  const cut = (ends) => {
    found = ends.exec(word);
    base = found && word.slice(0, found.index);
    return found;
  };
  if (/sses$/.test(word)) word = word.slice(0, -2);
  else if (/ie[ds]$/.test(word)) word = word.slice(0, word.length > 4 ? -2 : -1);
  else if (/[aeiouy].+s$/.test(word) && !/[us]s$/.test(word)) word = word.slice(0, -1);
  if (cut(/(eed|ed|ing)(ly)?$/)) {
    if (found[1] === "eed") {
      if (base.length >= first && !/^(succ|proc|exc)$/.test(base)) word = base + "ee";
    } else if (found[0] === "ing" && /^[^aeiouy]y$/.test(base)) word = base[0] + "ie";
    else if (!(found[0] === "ing" && /^(even|cann|inn|earr|herr|out)$/.test(base)) && /[aeiouy]/.test(base)) {
      if (/(at|bl|iz)$/.test(base)) word = base + "e";
      else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(base)) word = /^[aeo]..$/.test(base) ? base : base.slice(0, -1);
      else word = base.length === first && isShort(base) ? base + "e" : base;
    }
  }
  if (word.length > 2 && /[^aeiouy][yY]$/.test(word)) word = word.slice(0, -1) + "i";
  if (cut(ENDS_2) && base.length >= first) {
    const fits = found[0] === "ogi" ? /l$/ : found[0] === "li" ? /[cdeghkmnrt]$/ : /$/;
    if (fits.test(base)) word = base + STEP_2[found[0]];
  }
  if (cut(ENDS_3) && base.length >= (found[0] === "ative" ? second : first)) word = base + STEP_3[found[0]];
  if (cut(STEP_4) && base.length >= second && (found[0] !== "ion" || /[st]$/.test(base))) word = base;
  if (/e$/.test(word)) {
    base = word.slice(0, -1);
    if (base.length >= second || (base.length >= first && !isShort(base))) word = base;
  } else if (/ll$/.test(word) && word.length > second) word = word.slice(0, -1);
  return word.replace(/Y/g, "y");
}

// ---- The page ----

function start(form) {
  const input = form.querySelector("input[name=q]");
  const results = document.querySelector("[data-search-results]");
  const status = document.querySelector("[data-search-status]");
  const fallback = document.querySelector("[data-search-fallback]");
  const text = form.dataset;
  const plural = new Intl.PluralRules(document.documentElement.lang || "en");
  let indexes = [], turn = 0, resting = 0, announcing = 0;

  const say = (key, values) => (text[key] || "").replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
  const count = (n) => say("count" + plural.select(n).replace(/^./, (letter) => letter.toUpperCase()), { n }) || say("countOther", { n });
  const clone = (name) => {
    const template = document.querySelector("template[" + name + "]");
    return template ? template.content.cloneNode(true) : document.createDocumentFragment();
  };
  const element = (name, words) => {
    const made = document.createElement(name);
    made.textContent = words;
    return made;
  };

  const open = (dataset) => [dataset.manifest, dataset.fallback].filter(Boolean).map((manifest) => new Index(manifest));
  const warm = () => {
    if (!indexes.length) indexes = open(text);
  };

  // While somebody types, asks for what they will certainly need.
  async function foresee(query) {
    const index = indexes[0];
    await index.ready;
    const said = wordsOf(query), last = said[said.length - 1];
    for (const word of said.filter((one) => !index.stop.has(one))) {
      const number = index.partOf(word);
      const isSure = word.length > 1 && index.first.length && number === index.partOf(word + "\uffff");
      if (isSure) index.part(number).then((part) => word !== last && part.at.has(word) && index.postings(part.at.get(word).place)).catch(() => {});
    }
  }

  // After a deployment the old files may be gone: the page itself knows the new manifest.
  async function renew() {
    const page = await (await fetch(location.pathname, { cache: "reload" })).text();
    const fresh = new DOMParser().parseFromString(page, "text/html").querySelector("[data-manifest]");
    if (!fresh) throw new Error("missing");
    indexes = open(fresh.dataset);
  }

  async function answer(query, isDeep, again) {
    try {
      let given;
      for (const index of indexes) {
        given = Object.assign(await ask(index, query, isDeep), { index });
        if (given.found.length) break;
      }
      given.cards = await cards(given, 0);
      return given;
    } catch (error) {
      if (again || error.message !== "missing") throw error;
      await renew();
      return answer(query, isDeep, true);
    }
  }

  const cards = ({ index, found }, from) => Promise.all(found.slice(from, from + PER_PAGE).map((page) => index.card(page.document)));

  async function run(focus, isDeep) {
    clearTimeout(resting);
    const query = input.value.slice(0, LONGEST_QUERY), mine = ++turn;
    history.replaceState(null, "", location.pathname + (query.trim() ? "#q=" + encodeURIComponent(query.trim()) : ""));
    if (!query.trim()) return clear();
    warm();
    results.setAttribute("aria-busy", "true");
    let shown;
    try {
      const given = await answer(query, isDeep);
      if (mine !== turn) return;
      if (given.groups.some((one) => one.isShallow)) {
        resting = setTimeout(run, LONG_REST, false, true);
        if (!given.found.length) return;
      }
      shown = () => show(given);
    } catch (error) {
      indexes = []; // What failed is asked for anew the next time.
      shown = () => fail(error);
    }
    if (mine !== turn) return;
    results.removeAttribute("aria-busy");
    results.textContent = "";
    if (fallback) fallback.hidden = true;
    const heading = shown();
    if (focus && heading) heading.focus();
    clearTimeout(announcing);
    announcing = setTimeout(() => heading && status && (status.textContent = heading.textContent), focus ? 0 : ANNOUNCE);
  }

  function clear() {
    clearTimeout(announcing);
    results.textContent = "";
    results.removeAttribute("aria-busy");
    if (status) status.textContent = "";
    if (fallback) fallback.hidden = false;
  }

  function title(words) {
    const heading = element("h2", words);
    heading.tabIndex = -1;
    results.append(heading);
    return heading;
  }

  function show(given) {
    const { groups, known, found, index } = given;
    const words = groups.map((one) => one.word).join(" ") || input.value.trim().slice(0, 100);
    const whole = found.filter((page) => page.hasAll).length;
    const heading = title(found.length ? count(whole || found.length) : say("none", { words }));
    const note = (words) => words && results.append(element("p", words));
    for (const one of groups) if (one.corrected) note(say("corrected", { typed: one.word, used: one.corrected }));
    const unknown = groups.filter((one) => !one.places.size).map((one) => one.word);
    if (unknown.length && found.length) note(say("unknown", { words: unknown.join(", ") }));
    if (!found.length) {
      results.append(clone("data-search-none"));
      return heading;
    }
    if (!whole && known.length > 1) note(text.partly);
    if (index !== indexes[0]) note(say("other", { language: index.name }));
    const marked = marks(groups, index);
    let list = null, shown = 0;

    // One list of the pages with all words, then, under its own heading, one of those with some.
    const fill = (cards) => cards.forEach((card) => {
      if (!list || shown === whole) {
        if (list && text.some) title(text.some);
        list = document.createElement("ol");
        list.className = "signpost-results";
        list.start = shown + 1;
        results.append(list);
      }
      const item = result(card, given, found[shown++], marked);
      if (index !== indexes[0]) Object.assign(item.firstElementChild, { lang: index.lang, dir: index.dir });
      list.append(item);
    });
    fill(given.cards);
    if (shown < found.length) more();
    return heading;

    function more() {
      const button = element("button", text.more);
      button.type = "button";
      button.className = "signpost-button";
      button.addEventListener("click", async () => {
        const from = shown;
        try {
          const next = await cards(given, from);
          button.remove();
          fill(next);
          results.querySelectorAll("[data-search-result] a")[from].focus();
          if (shown < found.length) results.append(button);
        } catch (error) {
          button.remove();
          fail(error);
        }
      });
      results.append(button);
    }
  }

  function result([name, link, summary = "", badges = "", areas = ""], { known }, page, marked) {
    const lacks = known.filter((one, bit) => !(page.has & (1 << bit))).map((one) => one.word).join(", ");
    const item = clone("data-search-item");
    const anchor = item.querySelector("a");
    anchor.href = link;
    anchor.textContent = "";
    mark(anchor, name, marked);
    const put = (part, words, forms) => {
      const place = item.querySelector("[data-search-" + part + "]");
      if (!place) return;
      if (words) mark(place, words, forms);
      else place.remove();
    };
    put("summary", summary, marked);
    put("areas", areas, marked);
    put("lacks", lacks && say("lacks", { words: lacks }), new Set());
    const codes = badges.split(" "), list = item.querySelector("[data-search-badges]");
    if (codes.includes("sensitive")) {
      for (const exit of document.querySelectorAll("[data-search-exit]")) exit.hidden = false;
    }
    if (list) {
      const names = codes.map((code) => text["badge" + code.replace(/^./, (letter) => letter.toUpperCase())]).filter(Boolean);
      names.forEach((badge) => list.append(element("li", badge)));
      if (!names.length) list.remove();
    }
    return item;
  }

  // Every written form of what was looked for.
  function marks(groups, index) {
    const wanted = new Set(), forms = new Set(groups.map((one) => one.word));
    for (const one of groups) for (const place of one.places.keys()) wanted.add(place);
    for (const part of index.read.values()) {
      for (const entry of part.entries) if (wanted.has(entry.place)) forms.add(entry.text);
    }
    return forms;
  }

  function mark(place, words, forms) {
    let from = 0;
    for (const match of words.matchAll(RUN)) {
      if (!forms.has(fold(match[0]))) continue;
      place.append(words.slice(from, match.index), element("mark", match[0]));
      from = match.index + match[0].length;
    }
    place.append(words.slice(from));
  }

  function fail(error) {
    const heading = title(error.message === "missing" ? text.broken : text.offline);
    results.append(clone("data-search-error"));
    return heading;
  }

  function readAddress() {
    const before = new URLSearchParams(location.hash.slice(1)).get("q");
    const query = before === null ? new URLSearchParams(location.search).get("q") : before;
    if (query !== null && query !== input.value.trim()) input.value = query;
    if (input.value.trim()) run(false, true);
    else if (query !== null) clear();
  }

  input.addEventListener("focus", warm);
  input.addEventListener("input", () => {
    warm();
    foresee(input.value.slice(0, LONGEST_QUERY)).catch(() => {});
    clearTimeout(resting);
    resting = setTimeout(run, REST, false);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run(true, true);
  });
  addEventListener("hashchange", readAddress);
  readAddress();
}

const form = typeof document === "undefined" ? null : document.querySelector('[data-module="signpost-search"]');
if (form) start(form);

export { Index, ask, fold, stem, wordsOf };
