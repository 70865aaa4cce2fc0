export default class Told {
  constructor(root) {
    this.root = root;
  }
}
sessionStorage.setItem("here", "yes");
