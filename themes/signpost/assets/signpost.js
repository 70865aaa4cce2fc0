/**
 * Scripts for pages that are already complete without them.
 * An element with data-module="signpost-…" starts the class of that name; when one fails, the rest still run.
 * A component's own script adds its class to `signpost` in the same way: it is joined below this file.
 */
const signpost = {};

/** Leaves a sensitive page at once: by its link, or by pressing Shift three times within five seconds. */
signpost["signpost-exit"] = class {
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

    let presses = [];
    addEventListener("keydown", (event) => {
      if (event.key !== "Shift") presses = []; // a capital letter is no wish to leave
    });
    addEventListener("keyup", (event) => {
      if (event.key !== "Shift") return;
      presses = presses.filter((time) => event.timeStamp - time < 5000).concat(event.timeStamp);
      if (presses.length > 2) leave();
      else status.textContent = presses.length > 1 ? root.dataset.one : root.dataset.two;
    });
  }
};

/** Puts what is searched for after the #, which is never sent to a server. */
signpost["signpost-search-form"] = class {
  constructor(form) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.assign(form.action + "#q=" + encodeURIComponent(form.elements.q.value.trim()));
    });
  }
};

/** Keeps the reader at the same section when they change to another format. */
signpost["signpost-formats"] = class {
  constructor(root) {
    root.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (link && location.hash) link.hash = location.hash;
    });
  }
};

/** Corrects the status of a consultation that has opened or closed since the page was made. */
signpost["signpost-consultation"] = class {
  constructor(root) {
    const { status, opens, closes, open, openDate, reading, readingDate } = root.dataset;
    const [now, date, stamp] = ["now", "date", "stamp"].map((part) => root.querySelector(`[data-${part}]`));
    if (!now || !date) throw new Error("no status to correct");
    if (status !== "soon" && status !== "open") return;
    const here = new Date();
    const today = new Date(here - here.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    const say = (words, day) => {
      now.textContent = words;
      date.textContent = day;
    };
    if (today > closes) {
      say(reading, readingDate);
      if ("page" in root.dataset) document.querySelectorAll("[data-respond]").forEach((part) => (part.hidden = true));
    } else if (today >= opens) {
      say(open, openDate);
    }
    if (stamp) stamp.hidden = true; // what is said now is true today
  }
};

/** Plays a video from one of its chapters. */
signpost["signpost-video"] = class {
  constructor(root) {
    const video = root.querySelector("video");
    root.addEventListener("click", (event) => {
      const link = event.target.closest("[data-seconds]");
      if (!link || !video) return;
      event.preventDefault();
      video.currentTime = Number(link.dataset.seconds);
      video.play();
      video.focus();
    });
  }
};

/** Adds buttons that print the page, as it is and in large letters. */
signpost["signpost-print"] = class {
  constructor(root) {
    ["print", "large"].forEach((size) => {
      if (!root.dataset[size]) return;
      const button = root.appendChild(document.createElement("button"));
      button.type = "button";
      button.className = "signpost-button";
      button.textContent = root.dataset[size];
      button.addEventListener("click", () => {
        document.documentElement.classList.toggle("signpost-large", size === "large");
        print();
      });
    });
  }
};

/* What is folded away is printed too. */
let opened = [];
addEventListener("beforeprint", () => {
  opened = Array.from(document.querySelectorAll("details:not([open])"));
  opened.forEach((details) => (details.open = true));
});
addEventListener("afterprint", () => {
  opened.forEach((details) => (details.open = false));
  document.documentElement.classList.remove("signpost-large");
});

/* Waits until the components' own scripts, joined below, have added their classes. */
queueMicrotask(() => {
  document.querySelectorAll("[data-module]").forEach((root) => {
    const Module = signpost[root.dataset.module];
    try {
      if (Module) new Module(root);
    } catch (error) {
      console.error(`${root.dataset.module}:`, error);
    }
  });
});
