/**
 * Shows the box that asks for a postcode, and takes what is typed along after the #, which is never sent to a server; with
 * it goes the reader's own list.
 */
export default class {
  constructor(root) {
    const box = root.querySelector("template");
    box.replaceWith(box.content.cloneNode(true));
    root.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      const typed = encodeURIComponent(root.querySelector("input").value.trim());
      location.assign(`${event.target.action}#postcode=${typed}${root.dataset.list || ""}`);
    });
  }
}
