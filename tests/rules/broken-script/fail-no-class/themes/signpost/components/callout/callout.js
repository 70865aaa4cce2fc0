document.querySelector(".signpost-callout").hidden = true;
