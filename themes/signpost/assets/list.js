/**
 * The reader's own list of services: names in the address after the #, as `list=0a1b2c3d4e.5f…`, and nowhere else.
 *
 * It is never sent to a host and nothing is stored. It goes along when the reader follows a link of this site, stands
 * beside what else the # holds, and comes along when the reader goes Back, where the browser tells from where.
 * This is fetched once there is a list, or somebody begins one.
 */
const MOST = 50;
const mine = document.querySelector("[data-list]");
const words = mine.dataset;
const base = new URL("..", import.meta.url).pathname;
const KEY = /(?:#|&)list=([0-9a-f.]*)/;

/** The names in an address. */
export const read = (address) => [...new Set(((KEY.exec(address) || [])[1] || "").split(".").filter(Boolean))].slice(0, MOST);

const came = KEY.test(location.hash) ? location.hash : words.address;
let ids = read(came);
let begun = KEY.test(came);

export const current = () => ids;

const place = (hash) => hash.slice(1).split("&").filter((part) => part && !part.startsWith("list=")).join("&");

/** An address with the list as it is now; one that was emptied says so, for the pages that one goes back to. */
export const withList = (address) => {
  const url = new URL(address, location.href);
  url.hash = [place(url.hash), begun ? "list=" + ids.join(".") : ""].filter(Boolean).join("&");
  return url.href;
};

const isOurs = (address) => {
  const { origin, pathname } = new URL(address, location.href);
  return origin === location.origin && pathname.startsWith(base) && pathname.endsWith("/");
};

// Whatever a script of this site puts into the address keeps the list beside it. The browser's own history may tell the
// page that one goes back to what this one says in its state; addresses it keeps to itself, as it should.
const { navigation } = window;
["pushState", "replaceState"].forEach((name) => {
  const original = history[name].bind(history);
  history[name] = (state, title, url) => {
    original(Object.assign({}, state, { listed: true }), title, withList(url == null ? location.href : url));
    if (navigation && begun) navigation.updateCurrentEntry({ state: { list: ids.join(".") } });
  };
});
const write = () => {
  if (!(history.state || {}).listed || withList(location.href) !== location.href) history.replaceState(history.state, "");
};

const link = mine.appendChild(document.createElement("a"));
const status = mine.appendChild(document.createElement("span"));
status.className = "signpost-hidden";
status.setAttribute("role", "status");

const show = () => {
  link.hidden = !ids.length;
  link.href = withList(words.list);
  link.textContent = words.mine.replace("{n}", ids.length);
  if (location.pathname === words.list) link.setAttribute("aria-current", "page");
  document.querySelectorAll('[data-module="signpost-search-form"], [data-module="signpost-near-box"]').forEach((box) => {
    box.dataset.list = begun ? "&list=" + ids.join(".") : "";
  });
  document.querySelectorAll("[data-id] > [data-add]").forEach((button) => {
    button.firstChild.data = ids.includes(button.parentNode.dataset.id) ? words.remove : words.add;
  });
};

export const say = (text) => (status.textContent = text);

/** Makes these the list. Whoever shows it is told, but for the one who says so. */
export const change = (wanted) => {
  ids = wanted.slice(0, MOST);
  begun = true;
  write();
  show();
  document.dispatchEvent(new Event("signpost-list"));
};

export const toggle = (id) => {
  const has = ids.includes(id);
  if (!has && ids.length >= MOST) return say(words.full);
  change(has ? ids.filter((other) => other !== id) : ids.concat(id));
  say((has ? words.removed : words.added).replace("{n}", ids.length));
};

// The address of a link is what it was again once it was followed: who copies it passes on no list.
const carry = (event) => {
  const link = event.target.closest && event.target.closest("a[href]");
  if (!link || link.hasAttribute("download") || !isOurs(link.href)) return;
  const { pathname, search, hash } = link;
  if (hash && pathname === location.pathname && search === location.search) return; // a place on this page
  const written = link.getAttribute("href");
  link.setAttribute("href", withList(link.href));
  setTimeout(() => link.setAttribute("href", written));
};
addEventListener("click", carry, true);
addEventListener("auxclick", carry, true);

// A place that the reader went to, such as #contact, or an address with another list that somebody opened here.
const arrive = () => {
  if (!(history.state || {}).listed && KEY.test(location.hash)) change(read(location.hash));
  else write();
};
addEventListener("popstate", arrive);
addEventListener("hashchange", arrive);

// Going Back, the page that one comes from has the newest list.
const adopt = () => {
  const { activation } = navigation || {};
  const said = activation && activation.navigationType === "traverse" && activation.from && activation.from.getState();
  if (said) change(read("#list=" + said.list));
};
addEventListener("pageshow", adopt);
adopt();

const wanted = place(came);
const [{ type } = {}] = performance.getEntriesByType("navigation");
if (begun && type !== "reload" && type !== "back_forward" && document.getElementById(wanted)) location.replace("#" + wanted);
write();
show();
