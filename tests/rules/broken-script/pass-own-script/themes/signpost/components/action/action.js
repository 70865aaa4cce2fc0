/** Another module may use the same names. */
const fold = "action";
export default class {
  constructor(root) {
    root.title = fold;
  }
}
