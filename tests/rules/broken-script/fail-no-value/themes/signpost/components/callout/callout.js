export default class {
  constructor(root) {
    root.hidden = ;
  }
}
