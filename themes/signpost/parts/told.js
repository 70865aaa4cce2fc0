/** Fills in the page that one came from, and puts its owner first. Only a path of this site is believed. */
export default class {
  constructor(root) {
    const [, path, owner] = /^#(\/[\w/.%-]*)\?([^&]*)/.exec(location.hash) || [];
    if (!path || path.startsWith("//")) return;
    const note = root.querySelector("[hidden]");
    const link = note.querySelector("a");
    const url = location.origin + path;
    link.href = link.textContent = url;
    note.hidden = false;
    const body = "body=" + encodeURIComponent(url + "\n\n");
    root.querySelectorAll("a[href^='mailto:'], a[href^='sms:']").forEach((way) => {
      if (way.href === "mailto:" + owner) way.closest("ul").prepend(way.closest("li"));
      way.href += (way.href.includes("?") ? "&" : "?") + body;
    });
  }
}
