//! Markdown pairs: each `tests/markdown/CASE.md` is the body of a page, and `CASE.html` what it becomes.
//!
//! The HTML is what `load` makes of the body, before the theme and `post` add anything, without its source marks.

use std::fs;

use signpost::load;
use signpost::model::Node;
use signpost::post::unmark;

use crate::harness::{Failures, expect, files, files_below, is_wanted, open, tests};

const SETTINGS: &str = "title = \"Carers\"\nbase_url = \"https://carers.example/\"\n";

#[test]
fn every_construct_becomes_its_html() {
    let mut failures = Failures::default();
    for path in files_below(&tests("markdown")).keys() {
        let file = tests("markdown").join(path);
        match path.strip_suffix(".md") {
            Some(case) if is_wanted(case) => {
                let text = fs::read_to_string(&file).expect("a case is text");
                expect(&file.with_extension("html"), &html(&text), &mut failures);
            }
            None if !file.with_extension("md").exists() => failures.add(&file, "no Markdown of this name gives it"),
            _ => {}
        }
    }
    failures.end();
}

/// The body of a page on a site of its own as HTML. The pairs hold no components, whose HTML is the theme's matter.
fn html(text: &str) -> String {
    let project = open(&files(&[("site.toml", SETTINGS), ("content/page.md", text)]));
    let page = project.site().page(project.site().by_path["page.md"]);
    let parsed = load::parse(page, text, project.site(), project.theme());
    let pieces = parsed.tree.nodes.into_iter().map(|node| match node {
        Node::Html(html) => unmark(html),
        Node::Call(call) => panic!("a pair holds the component {}", call.name),
    });
    pieces.collect()
}
