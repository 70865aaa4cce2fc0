signpost["signpost-callout"] = class {
  constructor(root) {
    root.hidden = ;
  }
};
