/** Folds a callout away. */
signpost["signpost-callout"] = class {
  constructor(root) {
    root.addEventListener("click", () => (root.hidden = true));
  }
};
