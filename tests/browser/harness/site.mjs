/*
 * A finished folder, read and served as a council's host serves it: one origin, the strict headers that every site of
 * Signpost must live under, and the site's own page for what is not there. What is asked for is written down, so that
 * a case can tell what a reader's browser gave away.
 */
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";

/**
 * The policy promised in the documentation. A page that needs more than this is a page with a fault, but for frames of
 * the video hosts that the site itself says it uses.
 */
const POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "media-src 'self'",
  "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
].join("; ");
const FRAMES = /^(; frame-src( https:\/\/(www\.youtube-nocookie\.com|player\.vimeo\.com))+)?$/;

const TYPES = {
  html: "text/html; charset=utf-8", css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8",
  json: "application/json", svg: "image/svg+xml", xml: "application/xml", txt: "text/plain; charset=utf-8",
  vtt: "text/vtt; charset=utf-8", mp4: "video/mp4", mp3: "audio/mpeg", jpg: "image/jpeg", png: "image/png",
  webp: "image/webp", avif: "image/avif", pdf: "application/pdf", ics: "text/calendar", vcf: "text/vcard",
};

export class Site {
  /** Paths and queries asked for since the site was served, in order. */
  requests = [];
  #weights = new Map();
  #makes;

  constructor(folder) {
    this.folder = path.resolve(folder);
    this.files = fs.readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
    this.policy = this.#policy();
    this.documents = this.files.filter((file) => file.endsWith(".html"));
    /** The addresses of pages a reader can stay on: a redirect is none. */
    this.pages = this.documents
      .filter((file) => !/<meta[^>]+http-equiv=["']?refresh/i.test(fs.readFileSync(file, "utf8")))
      .map((file) => this.address(file));
  }

  /**
   * Three pages of each make, for cases that ask how a page is laid out: pages in one language whose elements have the
   * same classes differ in their words alone, and a site has hundreds of some makes.
   */
  get makes() {
    const seen = new Map();
    return (this.#makes ??= this.pages.filter((address) => {
      const make = this.make(address);
      seen.set(make, (seen.get(make) ?? 0) + 1);
      return seen.get(make) <= 3;
    }));
  }

  /** What pages of one make have in common: language, scripts and classes. */
  make(address) {
    const html = fs.readFileSync(this.file(address), "utf8");
    const classes = [...html.matchAll(/\sclass=(?:"([^"]*)"|([^\s>]+))/g)].flatMap(([, quoted, bare]) => (quoted ?? bare).split(/\s+/));
    const tags = html.match(/<(html|script)[^>]*>/g);
    return [...tags, ...[...new Set(classes)].sort()].join(" ");
  }

  /** The policy that the site gives its host, which is no wider than promised. */
  #policy() {
    const headers = path.join(this.folder, "_headers");
    const said = fs.existsSync(headers) && /Content-Security-Policy: (.*)/.exec(fs.readFileSync(headers, "utf8"));
    if (!said) return POLICY;
    if (said[1].startsWith(POLICY) && FRAMES.test(said[1].slice(POLICY.length))) return said[1];
    throw new Error(`the site's policy is not the one that is promised: ${said[1]}`);
  }

  /** The address of a file: `/services/` for `services/index.html`. */
  address(file) {
    return "/" + path.relative(this.folder, file).split(path.sep).join("/").replace(/(^|\/)index\.html$/, "$1");
  }

  /** The file behind a path of an address, or none. */
  file(pathname) {
    let file;
    try {
      file = path.join(this.folder, path.normalize("/" + decodeURIComponent(pathname)));
    } catch {
      return null;
    }
    if (pathname.endsWith("/")) file = path.join(file, "index.html");
    return fs.existsSync(file) && fs.statSync(file).isFile() ? file : null;
  }

  /** How many bytes a file takes when it is sent compressed. */
  weight(pathname) {
    if (!this.#weights.has(pathname)) {
      const file = this.file(pathname);
      this.#weights.set(pathname, file ? zlib.gzipSync(fs.readFileSync(file), { level: 9 }).length : 0);
    }
    return this.#weights.get(pathname);
  }

  async serve() {
    this.server = http.createServer((request, response) => this.#answer(request, response));
    await new Promise((ready) => this.server.listen(0, "127.0.0.1", ready));
    this.origin = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }

  #answer(request, response) {
    this.requests.push(request.url);
    const { pathname } = new URL(request.url, this.origin);
    const found = this.file(pathname);
    const file = found ?? this.file("/404.html");
    if (!file) return response.writeHead(404).end();
    const headers = {
      "content-type": TYPES[path.extname(file).slice(1)] ?? "application/octet-stream",
      "content-security-policy": this.policy,
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "accept-ranges": "bytes",
    };
    const size = fs.statSync(file).size;
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
    if (!range) {
      response.writeHead(found ? 200 : 404, { ...headers, "content-length": size });
      return fs.createReadStream(file).pipe(response);
    }
    const [start, end] = [Number(range[1]), range[2] ? Math.min(Number(range[2]), size - 1) : size - 1];
    if (start > end) return response.writeHead(416, { "content-range": `bytes */${size}` }).end();
    response.writeHead(206, {
      ...headers, "content-range": `bytes ${start}-${end}/${size}`, "content-length": end - start + 1,
    });
    return fs.createReadStream(file, { start, end }).pipe(response);
  }
}
