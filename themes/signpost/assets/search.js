// Searches the index that Signpost exported, on the search page only, with requests to this site alone.
//
// src/index/export/ describes the files; the page itself holds the manifest. Nothing is fetched before the first key or
// focus, nothing is stored, and the query stays after "#", which is never sent. Words and scores are those of
// src/index/analysis.rs and expand.rs: a change here is a change there.

const MOST_WORDS = 12, MOST_BEGUN = 8, MOST_SLIPS = 3, BEGUN = 0.8, OUTWARD = 0.8, SLIPPED = [0.8, 0.6];
const LONGEST_WORD = 40, LONGEST_QUERY = 500, PER_PAGE = 10, REST = 160, LONG_REST = 700, ANNOUNCE = 900, FEW_FILES = 8;

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

// The parts of a phone number or of a postcode become one word.
const POSTCODE = /^([a-z]{1,2}\d[a-z\d]?)(\d[a-z]{2})$/;

function joined(words) {
  const found = [];
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (end < words.length && /^[0-9]+$/.test(words[end])) end++;
    const number = phone(words.slice(at, end).join(""));
    const isPostcode = /^\d[a-z]{2}$/.test(words[at + 1]) && POSTCODE.test(words[at] + words[at + 1]);
    const used = number ? end - at : isPostcode ? 2 : 1;
    found.push(number || words.slice(at, at + used).join(""));
    at += used;
  }
  return found;
}

function phone(digits) {
  const abroad = digits.length > 11 && /^(?:00)?44(\d*)/.exec(digits);
  const number = (abroad ? abroad[1] : digits).replace(abroad ? /^0?/ : /^/, abroad ? "0" : "");
  return /^0\d{9,10}$/.test(number) && number;
}

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

const slug = (text) => (text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).match(/[a-z0-9]+/g) || []).join("-");

class Index {
  constructor(manifest) {
    Object.assign(this, manifest, { first: manifest.parts.map((part) => part[0]), stop: new Set(manifest.stop) });
    this.files = new Map();
    this.read = new Map();
    // What BM25 divides by, for every number that tantivy has for a length.
    const lengths = [...Array(256).keys()].map((id) => (id < 32 ? id : 24 + (8 + (id & 7)) * 2 ** ((id >> 3) - 4)));
    this.norms = this.fields.map(([, average, least]) => lengths.slice(least).map((length) => 1.2 * (0.25 + (0.75 * length) / average)));
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

  // What every query needs: which documents belong to which page, and where the cards are.
  ready() {
    if (!this.map) {
      this.cards.forEach((hash, number) => this.table(number).catch(() => {}));
      this.map = (this.sections ? this.file("s." + this.sections) : Promise.resolve(["", ""])).then(([runs, heads]) => this.count(numbers(runs), heads));
      this.map.catch(() => (this.map = null));
    }
    return this.map;
  }

  // A page's own document comes before those of its sections.
  count(runs, heads) {
    this.heads = heads;
    this.long = new Map();
    this.starts = new Uint32Array(this.pages);
    this.pageOf = new Uint32Array(this.n);
    let document = 0, page = 0;
    const next = (sections) => {
      this.starts[page] = document;
      for (const end = document + sections; document <= end; document++) this.pageOf[document] = page;
      page++;
    };
    for (let at = 0; at < runs.length; at += 2) {
      for (let plain = runs[at]; plain > 0; plain--) next(0);
      this.long.set(page, at / 2);
      next(runs[at + 1]);
    }
    while (page < this.pages) next(0);
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

  async card(page) {
    const file = Math.floor(page / this.per);
    const table = await this.table(file >> 8);
    const hash = table.substr((file & 255) * 5, 5);
    const [title, link, ...rest] = (await this.file("c" + file + "." + hash))[page % this.per];
    return [title, link.replace("*", slug(title)), ...rest];
  }

  // The heading and the id of a section.
  async section({ page, document }) {
    const long = this.long.get(page), file = Math.floor(long / this.perHeads);
    const pages = await this.file("h" + file + "." + this.heads.substr(file * 5, 5));
    const heading = pages[long % this.perHeads][document - this.starts[page] - 1];
    return typeof heading === "string" ? [heading, slug(heading)] : heading;
  }

  table(number) {
    return this.file("t" + number + "." + this.cards[number]);
  }

  // The values of a facet, each with the pages that have it.
  async facet(key) {
    const [, , hash] = this.facets.find((facet) => facet[0] === key);
    return (await this.file("f-" + key + "." + hash)).map(([id, name, gaps]) => {
      const pages = new Uint8Array(this.pages);
      let page = -1;
      for (const gap of numbers(gaps)) pages[(page += gap + 1)] = 1;
      return { id, name, pages };
    });
  }
}

function lexicon(json) {
  const weights = numbers(json.d), references = numbers(json.r), filled = [];
  const elsewhere = json.x.map(([file, position]) => file + ":" + position);
  const places = numbers(json.f).map((file) => {
    filled[file] = (filled[file] || 0) + 1;
    return "p" + (json.p + file) + "." + json.h.substr(file * 5, 5) + ":" + (filled[file] - 1);
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
  const [, outward] = POSTCODE.exec(word) || [];
  const around = outward && (await index.entry(outward));
  if (around) return { word, corrected: outward, places: new Map([[around.place, OUTWARD]]) };
  if (isLast && [...word].length >= 3) {
    const begun = (await index.begins(word)).sort(byWeight);
    if (begun.length) return { word, places: places(begun, MOST_BEGUN, BEGUN) };
  }
  const near = await slips(index, word, isDeep);
  if (!near) return { word, places: new Map(), isShallow: !isDeep };
  return { word, corrected: near.entries[0].text, places: places(near.entries, MOST_SLIPS, SLIPPED[near.step]) };
}

// What a query asks for, and its ranking. `isDeep` also looks for words whose first letter is the wrong one, which takes
// the whole lexicon: only once typing has rested.
async function ask(index, query, isDeep) {
  const ready = index.ready();
  const said = joined(wordsOf(query)), isOpen = /[\p{Alphabetic}\p{N}]$/u.test(query), last = said[said.length - 1];
  const words = [...new Set(said)].filter((word) => !index.stop.has(word)).slice(0, MOST_WORDS);
  const groups = await Promise.all(words.map((word) => group(index, word, isOpen && word === last, isDeep)));
  const known = groups.filter((one) => one.places.size);
  const ranking = new Ranking(index, known);
  await Promise.all([ready, ranking.start()]);
  return { groups, known, ranking };
}

// BM25 as tantivy computes it: pages with all words first, then by score, then in the order of documents.
//
// Of a word that thousands of documents have, only the head has come at first: the documents to which it gives most. No
// other gets more from it than its bound, so the order of the first pages is either proved without the tail, or the
// files of the tail are asked for in which a document lies that could still come before them.
class Ranking {
  constructor(index, known) {
    Object.assign(this, { index, all: (1 << known.length) - 1, lists: [], cut: [] });
    for (const column of ["has", "heads", "titled"]) this[column] = new Uint32Array(index.n);
    this.scores = new Float64Array(index.n);
    known.forEach(({ places }, word) => places.forEach((weight, place) => this.lists.push({ place, weight, bit: 1 << word })));
  }

  async start() {
    const postings = await Promise.all(this.lists.map(({ place }) => this.index.postings(place)));
    postings.forEach((texts, number) => {
      const list = this.lists[number];
      if (texts.h) this.open(list, texts);
      this.add(list, texts.h || texts, list.mark);
    });
  }

  open(list, { c, u, b, r, f, t, x }) {
    let from = 0;
    const places = numbers(t);
    const tails = numbers(r).map((gap, at) => ({ list, from: (from += gap), name: "q" + (f + places[2 * at]) + "." + x.substr(at * 5, 5), place: places[2 * at + 1] }));
    Object.assign(list, { counts: numbers(c), pages: u, bound: b * list.weight, tails, mark: this.cut.length < 32 ? 1 << this.cut.length : 0 });
    this.cut.push(list);
  }

  add({ counts, weight, bit }, texts, mark) {
    const { n, fields, norms, headings } = this.index;
    texts.forEach((text, field) => {
      if (!text) return;
      const columns = numbers(text), size = columns[0], count = counts ? counts[field] : size;
      const factor = fields[field][0] * weight * Math.log(1 + (n - count + 0.5) / (count + 0.5)) * 2.2;
      for (let at = 1, document = -1; at <= size; at++) {
        document += columns[at] + 1;
        const often = columns[size + at] + 1;
        this.scores[document] += (factor * often) / (often + norms[field][columns[2 * size + at]]);
        this.has[document] |= bit;
        this.heads[document] |= mark;
        if (field === headings) this.titled[document] = 1;
      }
    });
  }

  // The pages in the order that is known so far, each with its best document, the words it has anywhere, and the section
  // to lead to. `allowed` says of every page whether it may be among them.
  found(allowed) {
    const { starts, pageOf, n } = this.index, pages = new Map();
    for (let document = 0; document < n; document++) {
      const page = pageOf[document];
      if (!this.has[document] || (allowed && !allowed[page])) continue;
      const one = { page, document, score: this.scores[document] };
      let best = pages.get(page);
      if (!best) pages.set(page, (best = { page, document, score: one.score, has: 0 }));
      best.has |= this.has[document];
      if (one.score > best.score) Object.assign(best, one);
      if (document > starts[page] && this.titled[document] && !(best.section && best.section.score >= one.score)) best.section = one;
    }
    for (const one of pages.values()) {
      one.hasAll = one.has === this.all;
      if (one.document > starts[one.page]) one.section = one;
    }
    return [...pages.values()].sort(order);
  }

  // The files of tails that must come before the first `wanted` pages are certain. With `isNear` only those that these
  // pages themselves need, so that fewer others can come before them.
  doubts(found, wanted, isNear) {
    const { starts, n } = this.index, last = found[wanted - 1], needed = new Set();
    const missing = (list) => list.tails.filter((tail) => !tail.isHere);
    const cut = this.cut.filter((list) => missing(list).length), isOne = this.lists.length === 1;
    if (!cut.length) return [];
    const beats = (hasAll, score) => !last || hasAll > last.hasAll || (hasAll === last.hasAll && (isOne ? score > last.score * 1.000001 : score * 1.000001 >= last.score));
    const look = ({ page, has, hasAll, document: best, score }) => {
      const open = [];
      let possible = has, most = score;
      for (let document = starts[page]; document < (page + 1 < starts.length ? starts[page + 1] : n); document++) {
        const one = { tails: [], bits: 0, most: this.scores[document], isBest: document === best };
        for (const list of cut) {
          if (this.heads[document] & list.mark) continue;
          let at = list.tails.length - 1;
          while (at > 0 && list.tails[at].from > document) at--;
          if (list.tails[at].isHere) continue;
          one.tails.push(list.tails[at]);
          one.bits |= list.bit;
          one.most += list.bound;
        }
        if (!one.tails.length) continue;
        open.push(one);
        possible |= one.bits;
        most = Math.max(most, one.most);
      }
      if (!isNear && !beats(possible === this.all, most)) return;
      for (const one of open) {
        const isNew = !hasAll && possible === this.all && one.bits & ~has;
        if (one.isBest || one.most > score || isNew) one.tails.forEach((tail) => needed.add(tail));
      }
    };
    // A page that nothing has shown yet can have at most what every tail can give.
    const unseen = cut.reduce((sum, list) => ({ has: sum.has | list.bit, score: sum.score + list.bound }), { has: 0, score: 0 });
    if (!isNear && beats(unseen.has === this.all, unseen.score)) return [].concat(...cut.map(missing));
    (isNear ? found.slice(0, wanted) : found).forEach(look);
    return [...needed];
  }

  async load(tails) {
    const texts = await Promise.all(tails.map((tail) => this.index.file(tail.name)));
    tails.forEach((tail, at) => {
      if (!tail.isHere) this.add(tail.list, texts[at][tail.place], 0);
      tail.isHere = true;
    });
  }

  // The pages, of which the first `wanted` are certain.
  async settle(wanted, allowed) {
    await this.load(this.doubts(this.found(allowed), wanted, true));
    await this.load(this.doubts(this.found(allowed), wanted));
    return this.found(allowed);
  }

  // How many pages of those found have all words, and whether there may be more that have not come.
  count(found, allowed) {
    const isOpen = this.cut.some((list) => list.tails.some((tail) => !tail.isHere));
    if (isOpen && this.lists.length === 1 && !allowed) return { whole: this.lists[0].pages, isOpen: false };
    return { whole: found.filter((page) => page.hasAll).length, isOpen };
  }
}

const order = (a, b) => b.hasAll - a.hasAll || b.score - a.score || a.document - b.document;

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

const open = (page) => [...page.querySelectorAll("[data-search-index]")].map((data) => new Index(JSON.parse(data.textContent)));

function start(form) {
  const input = form.querySelector("input[name=q]");
  const part = (name) => document.querySelector("[data-search-" + name + "]");
  const results = part("results"), status = part("status"), fallback = part("fallback"), filters = part("filters"), choices = part("choices");
  const text = form.dataset;
  const plural = new Intl.PluralRules(document.documentElement.lang || "en");
  let indexes = open(document), chosen = new Map(), turn = 0, resting = 0, announcing = 0, shown = null;

  const capital = (word) => word.replace(/^./, (letter) => letter.toUpperCase());
  const say = (key, values) => (text[key] || "").replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
  const count = (n) => say("count" + capital(plural.select(n)), { n }) || say("countOther", { n });
  const clone = (name) => {
    const template = document.querySelector("template[data-search-" + name + "]");
    return template ? template.content.cloneNode(true) : document.createDocumentFragment();
  };
  const element = (name, words) => {
    const made = document.createElement(name);
    made.textContent = words;
    return made;
  };

  const warm = () => {
    if (!indexes.length) indexes = open(document);
    indexes[0].ready().catch(() => {});
  };

  // While somebody types, asks for what they will certainly need.
  async function foresee(query) {
    const index = indexes[0], said = wordsOf(query), last = said[said.length - 1];
    const words = said.filter((one) => !index.stop.has(one));
    await Promise.all(words.map(async (word) => {
      if (word !== last) return Promise.all([...(await group(index, word)).places.keys()].map((place) => index.postings(place)));
      const isSure = word.length > 1 && index.partOf(word) === index.partOf(word + "\uffff");
      if (isSure && !(await index.begins(word)).length) await slips(index, word);
    }));
  }

  // After a deployment the old files may be gone: the page itself knows the new ones.
  async function renew() {
    const page = await (await fetch(location.pathname, { cache: "reload" })).text();
    indexes = open(new DOMParser().parseFromString(page, "text/html"));
    if (!indexes.length) throw new Error("missing");
  }

  // What the chosen filters leave, but for one of them.
  async function allowed(index, except) {
    const keys = [...chosen.keys()].filter((key) => key !== except && index.facets.some((facet) => facet[0] === key));
    const values = await Promise.all(keys.map((key) => index.facet(key).then((all) => all.find(({ id }) => id === chosen.get(key)))));
    const pages = values.map((value) => (value ? value.pages : new Uint8Array(index.pages)));
    return pages.length ? pages.reduce((left, one) => left.map((is, page) => is & one[page])) : null;
  }

  // Without words, everything that the filters leave, in the order of the site.
  const everything = (pages) => [...pages.keys()].filter((page) => pages[page]).map((page) => ({ page, has: 0, hasAll: true }));
  const cardsOf = ({ index, found }, from) =>
    Promise.all(found.slice(from, from + PER_PAGE).map(({ page, section }) => Promise.all([index.card(page), section ? index.section(section) : []])));

  // Answers, and gives `early` what is known where a proof of the order takes many files.
  async function answer(query, isDeep, early, again) {
    try {
      let given;
      for (const index of indexes) {
        const pages = await allowed(index);
        given = Object.assign(await ask(index, query, isDeep), { index, pages });
        const { groups, ranking } = given;
        given.found = groups.length || !pages ? ranking.found(pages) : everything(pages);
        if (given.found.length) break;
      }
      const { ranking, pages } = given;
      const files = ranking.doubts(given.found, PER_PAGE).length;
      given.cards = cardsOf(given, 0);
      if (files > FEW_FILES) early(Object.assign({}, given, { cards: await given.cards }));
      if (files) {
        given.cards.catch(() => {});
        given.found = await ranking.settle(PER_PAGE, pages);
        given.cards = cardsOf(given, 0);
      }
      given.cards = await given.cards;
      return given;
    } catch (error) {
      if (again || error.message !== "missing") throw error;
      await renew();
      return answer(query, isDeep, early, true);
    }
  }

  function address(query) {
    const parts = (query ? [["q", query]] : []).concat([...chosen]);
    return location.pathname + (parts.length ? "#" + parts.map((one) => one.map(encodeURIComponent).join("=")).join("&") : "");
  }

  async function run(focus, isDeep) {
    clearTimeout(resting);
    const query = input.value.slice(0, LONGEST_QUERY).trim(), mine = ++turn;
    history.replaceState(null, "", address(query));
    if (!query && !chosen.size) return clear();
    warm();
    results.setAttribute("aria-busy", "true");
    let draw, given;
    try {
      // A space at the end says that the last word is whole.
      given = await answer(input.value.slice(0, LONGEST_QUERY), isDeep, (early) => mine === turn && replace(() => show(early)));
      if (mine !== turn) return;
      if (given.groups.some((one) => one.isShallow)) {
        resting = setTimeout(run, LONG_REST, false, true);
        if (!given.found.length) return;
      }
      draw = () => show(given);
    } catch (error) {
      indexes = []; // What failed is asked for anew the next time.
      given = null;
      draw = () => fail(error);
    }
    if (mine !== turn) return;
    const heading = replace(draw);
    shown = given;
    offer().catch(() => {});
    results.removeAttribute("aria-busy");
    if (focus && heading) heading.focus();
    clearTimeout(announcing);
    announcing = setTimeout(() => heading && status && (status.textContent = heading.textContent), focus ? 0 : ANNOUNCE);
  }

  // Draws the results anew; a link that has the focus keeps it where it is still there.
  function replace(draw) {
    const held = results.contains(document.activeElement) && document.activeElement.href;
    results.textContent = "";
    if (fallback) fallback.hidden = true;
    const heading = draw();
    const same = held && [...results.querySelectorAll("a")].find((anchor) => anchor.href === held);
    if (same) same.focus();
    return heading;
  }

  function clear() {
    clearTimeout(announcing);
    shown = null;
    results.textContent = "";
    results.removeAttribute("aria-busy");
    if (status) status.textContent = "";
    if (fallback) fallback.hidden = false;
    offer().catch(() => {});
  }

  function title(words) {
    const heading = element("h2", words);
    heading.tabIndex = -1;
    results.append(heading);
    return heading;
  }

  const printed = (word) => (/^[a-z]{1,2}\d/.test(word) ? word.toUpperCase() : word);

  function show(given) {
    const { groups, known, found, index, ranking, pages } = given;
    const words = groups.map((one) => printed(one.word)).join(" ") || input.value.trim().slice(0, 100);
    const { whole, isOpen } = groups.length ? ranking.count(found, pages) : { whole: found.length };
    const n = whole || found.length;
    const heading = title(found.length ? (isOpen ? say("over", { n }) : count(n)) : say("none", { words }));
    const note = (words) => words && results.append(element("p", words));
    for (const one of groups) if (one.corrected) note(say("corrected", { typed: printed(one.word), used: printed(one.corrected) }));
    const postcode = groups.find((one) => POSTCODE.test(one.word));
    if (postcode) {
      const way = clone("postcode"), near = way.querySelector("[data-search-near]");
      if (near) near.href += "#postcode=" + postcode.word;
      results.append(way);
    }
    const unknown = groups.filter((one) => !one.places.size).map((one) => printed(one.word));
    if (unknown.length && found.length) note(say("unknown", { words: unknown.join(", ") }));
    if (!found.length) {
      results.append(clone("none"));
      return heading;
    }
    if (!whole && known.length > 1) note(text.partly);
    if (index !== indexes[0]) note(say("other", { language: index.name }));
    const marked = marks(groups, index);
    let list = null, at = 0;

    // One list of the pages with all words, then, under its own heading, one of those with some.
    const fill = (cards) => cards.forEach((card) => {
      const page = given.found[at];
      if (!list || (!page.hasAll && given.found[at - 1].hasAll)) {
        if (list && text.some) title(text.some);
        list = document.createElement("ol");
        list.className = "signpost-results";
        list.start = at + 1;
        results.append(list);
      }
      const item = result(card, given, page, marked);
      if (index !== indexes[0]) Object.assign(item.firstElementChild, { lang: index.lang, dir: index.dir });
      list.append(item);
      at++;
    });
    fill(given.cards);
    if (at < found.length) more();
    return heading;

    function more() {
      const button = element("button", text.more);
      button.type = "button";
      button.className = "signpost-button";
      button.addEventListener("click", async () => {
        const from = at;
        try {
          if (groups.length) given.found = await ranking.settle(from + PER_PAGE, pages);
          const next = await cardsOf(given, from);
          button.remove();
          fill(next);
          results.querySelectorAll("[data-search-result]")[from].querySelector("a").focus();
          if (at < given.found.length) results.append(button);
        } catch (error) {
          button.remove();
          fail(error);
        }
      });
      results.append(button);
    }
  }

  function result([[name, link, summary, badges = "", areas], [heading, id]], { known }, page, marked) {
    const lacks = known.filter((one, bit) => !page.hasAll && !(page.has & (1 << bit))).map((one) => printed(one.word)).join(", ");
    const item = clone("item");
    const fillIn = (name, words, forms, href) => {
      const place = item.querySelector("[data-search-" + name + "]");
      if (!words || !place) return place && place.remove();
      const anchor = href ? place.querySelector("a") : place;
      if (href) anchor.href = href;
      anchor.textContent = "";
      mark(anchor, words, forms);
    };
    fillIn("title", name, marked, link);
    fillIn("section", heading, marked, id && id[0] === "/" ? id : link + "#" + encodeURIComponent(id));
    fillIn("summary", summary, marked);
    fillIn("areas", areas, marked);
    fillIn("lacks", lacks && say("lacks", { words: lacks }), new Set());
    const codes = badges.split(" "), list = item.querySelector("[data-search-badges]");
    if (codes.includes("sensitive")) {
      for (const exit of document.querySelectorAll("[data-search-exit]")) exit.hidden = false;
    }
    if (list) {
      const names = codes.map((code) => text["badge" + capital(code)]).filter(Boolean);
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
    results.append(clone("error"));
    return heading;
  }

  // ---- Filters ----

  // One choice a facet, each value with the number of results it would leave. Nothing is loaded before somebody opens
  // the filters or comes with some chosen.
  async function offer() {
    if (!filters || !(filters.open || chosen.size)) return;
    warm();
    const mine = turn, given = shown, index = given ? given.index : indexes[0];
    if (given && given.groups.length) await given.ranking.load([].concat(...given.ranking.cut.map((list) => list.tails)));
    const made = await Promise.all(index.facets.map(async ([key, name]) => {
      const [values, others] = await Promise.all([index.facet(key), allowed(index, key)]);
      const pages = given && given.groups.length ? given.ranking.found(others).map(({ page }) => page) : null;
      const left = (value) => (pages || [...value.pages.keys()]).filter((page) => value.pages[page] && (pages || !others || others[page])).length;
      return choice(key, name || text["facet" + capital(key)], values.map((value) => [value.id, value.name || text["badge" + capital(value.id)], left(value)]));
    }));
    if (mine !== turn) return;
    const held = choices.contains(document.activeElement) && document.activeElement.name;
    choices.textContent = "";
    choices.append(...made);
    const same = held && choices.querySelector("[name=" + CSS.escape(held) + "]");
    if (same) same.focus();
    part("clear").hidden = !chosen.size;
  }

  function choice(key, name, values) {
    const made = clone("choice"), select = made.querySelector("select");
    made.querySelector("[data-search-name]").textContent = name;
    select.name = key;
    select.append(new Option(text.any, ""));
    for (const [id, words, n] of values) {
      if (n || chosen.get(key) === id) select.append(new Option(words + " (" + n + ")", id, false, chosen.get(key) === id));
    }
    select.addEventListener("change", () => {
      chosen.delete(key);
      if (select.value) chosen.set(key, select.value);
      run(false, true);
    });
    return made;
  }

  function readAddress() {
    const asked = new URLSearchParams(location.hash.slice(1) || location.search);
    const query = asked.get("q") || "";
    if (!indexes.length) indexes = open(document);
    chosen = new Map([...asked].filter(([key, id]) => id && indexes[0].facets.some((facet) => facet[0] === key)));
    if (filters && chosen.size) filters.open = true;
    if (query !== input.value.trim()) input.value = query;
    if (query || chosen.size) run(false, true);
    else clear();
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
  if (filters) {
    filters.hidden = false;
    filters.addEventListener("toggle", () => filters.open && offer().catch(() => {}));
    part("clear").addEventListener("click", () => {
      chosen.clear();
      run(false, true);
      filters.querySelector("summary").focus();
    });
  }
  addEventListener("hashchange", readAddress);
  if (location.hash || location.search) readAddress();
  else if (input.value.trim()) run(false, true);
}

const form = typeof document === "undefined" ? null : document.querySelector('[data-module="signpost-search"]');
if (form) start(form);

export { Index, ask, fold, joined, stem, wordsOf };
