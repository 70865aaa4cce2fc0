const help = "two";
signpost["signpost-action"] = () => help;
