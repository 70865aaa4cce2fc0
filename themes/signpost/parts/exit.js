/** Leaves a sensitive page at once: by its link, or by pressing Shift three times within five seconds. */
export default class {
  constructor(root) {
    const link = root.querySelector("a");
    if (!link) throw new Error("no link to leave by");
    const hint = root.querySelector("[hidden]");
    if (hint && matchMedia("(hover: hover)").matches) hint.hidden = false;
    const status = root.appendChild(document.createElement("p"));
    status.className = "signpost-hidden";
    status.setAttribute("role", "status");

    let veil;
    const leave = (event) => {
      if (event) event.preventDefault();
      veil = document.body.appendChild(document.createElement("p"));
      veil.className = "signpost-exit__veil";
      veil.setAttribute("role", "alert");
      veil.textContent = root.dataset.leaving;
      document.title = "\u2026";
      location.replace(link.href); // so that Back does not return to this page
    };
    document.querySelectorAll("[data-exit]").forEach((way) => way.addEventListener("click", leave));
    addEventListener("pageshow", () => veil && veil.remove());

    let presses = [], alone = false;
    addEventListener("keydown", (event) => {
      alone = event.key === "Shift";
      if (!alone) presses = []; // a capital letter, or going back by Shift and Tab, is no wish to leave
    });
    addEventListener("keyup", (event) => {
      if (event.key !== "Shift" || !alone) return;
      presses = presses.filter((time) => event.timeStamp - time < 5000).concat(event.timeStamp);
      if (presses.length > 2) leave();
      else status.textContent = presses.length > 1 ? root.dataset.one : root.dataset.two;
    });
  }
}
