const help = "one";
signpost["signpost-callout"] = () => help;
