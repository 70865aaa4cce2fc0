/**
 * Scripts for pages that are already complete without them.
 * An element with data-module="signpost-…" starts the class of that name; when one fails, the rest still run.
 * Those of parts and components are modules of their own: a page that has such an element names the module in its head,
 * and one that cannot be read or started stops no other.
 */
const signpost = {};

/** Puts what is searched for after the #, which is never sent to a server. */
signpost["signpost-search-form"] = class {
  constructor(form) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.assign(form.action + "#q=" + encodeURIComponent(form.elements.q.value.trim()) + (form.dataset.list || ""));
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

/** Takes along which page is wrong, after the #, which is never sent to a server. */
signpost["signpost-wrong"] = class {
  constructor(link) {
    link.setAttribute("href", `${link.getAttribute("href")}#${location.pathname}?${link.dataset.owner || ""}`);
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

/* The reader's own list: what it takes is fetched once there is one, or somebody begins one. */
const mine = document.querySelector("[data-list]");
if (mine) {
  let tries = 0;
  // A browser may keep the failure under the address that failed.
  const list = () =>
    import(mine.dataset.script + (tries ? `?${tries}` : "")).catch((error) => {
      tries++;
      throw error;
    });
  document.querySelectorAll("[data-id]").forEach((root) => {
    const button = root.appendChild(document.createElement("button"));
    button.type = "button";
    button.className = "signpost-button";
    button.dataset.add = "";
    button.append(mine.dataset.add);
    const name = root.querySelector(".signpost-card__title");
    if (name) {
      const title = button.appendChild(document.createElement("span"));
      title.className = "signpost-hidden";
      title.textContent = ": " + name.textContent;
    }
    const lost = () => {
      const said = root.appendChild(document.createElement("span"));
      said.setAttribute("role", "alert");
      said.textContent = mine.dataset.offline;
    };
    button.addEventListener("click", () => {
      root.querySelectorAll("[role=alert]").forEach((said) => said.remove());
      list().then(({ toggle }) => toggle(root.dataset.id), lost);
    });
  });
  document.querySelectorAll("[data-unlisted]").forEach((why) => (why.hidden = false));
  mine.dataset.address = location.hash; // as the reader came: the search writes there, too
  const look = () => {
    const { activation } = window.navigation || {};
    if (/[#&]list=/.test(mine.dataset.address + location.hash) || (activation && activation.from && activation.from.getState())) list();
  };
  addEventListener("pageshow", look);
  addEventListener("hashchange", look);
}

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

const start = (name, Module) =>
  document.querySelectorAll(`[data-module="${name}"]`).forEach((root) => {
    try {
      new Module(root);
    } catch (error) {
      console.error(`${name}:`, error);
    }
  });
Object.keys(signpost).forEach((name) => start(name, signpost[name]));
document.querySelectorAll("script[data-starts]").forEach(({ src, dataset: { starts } }) => {
  import(src).then(
    (module) => start(starts, module.default),
    (error) => console.error(`${starts}:`, error),
  );
});
