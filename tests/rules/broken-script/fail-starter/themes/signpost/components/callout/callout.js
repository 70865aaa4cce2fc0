/** Folds a callout away. */
export default class {
  constructor(root) {
    root.addEventListener("click", () => (root.hidden = true));
  }
}
