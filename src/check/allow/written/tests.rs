//! Tests of reading comments that allow something.

use super::*;

/// What is said of each comment: rule, reason, and the text that it is about.
fn check(path: &str, text: &str, expected: &[(&str, Option<&str>, &str)]) {
    let body = if path.ends_with(".md") { text.find("---\n\n").map_or(0, |at| at + 4) } else { 0 };
    let found = allowances(FileId(0), path, text, body);
    let told: Vec<_> = found
        .iter()
        .map(|one| {
            let about = &text[one.about.start as usize..one.about.end as usize];
            assert_eq!(&text[one.name.start as usize..one.name.end as usize], one.rule);
            (one.rule.as_str(), one.reason.as_deref(), about.trim())
        })
        .collect();
    assert_eq!(told, expected, "{text}");
}

#[test]
fn a_comment_is_about_the_block_that_it_stands_before() {
    check(
        "a.md",
        "One.\n\n<!-- allow a-b: the law -->\nTwo\nlines.\n\nThree.",
        &[("a-b", Some("the law"), "Two\nlines.")],
    );
    check("a.md", "One.\n\n<!-- allow a-b: the law -->\n\nTwo.\n\nThree.", &[("a-b", Some("the law"), "Two.")]);
    check(
        "a.md",
        "<!-- allow a-b: x -->\n<!-- allow c-d: y -->\n\n- one\n- two\n",
        &[("a-b", Some("x"), "- one"), ("c-d", Some("y"), "- one")],
    );
    check("a.md", "Write `<!-- allow a-b: x -->`.", &[]);
    check("a.md", "<!-- allow a-b: x -->\n## Head\nText.", &[("a-b", Some("x"), "## Head")]);
    check("a.md", "<!-- allow a-b: x\n     and y -->\nText.", &[("a-b", Some("x and y"), "Text.")]);
}

#[test]
fn a_comment_at_the_end_is_about_the_block_above() {
    check("a.md", "One.\nStill one.\n<!-- allow a-b: x -->\n\nTwo.", &[("a-b", Some("x"), "One.\nStill one.")]);
    check("a.md", "- one\n- two <!-- allow a-b: x -->\n- three", &[("a-b", Some("x"), "- two <!-- allow a-b: x -->")]);
    check(
        "a.md",
        "One.\nTwo. <!-- allow a-b: x -->\nThree.",
        &[("a-b", Some("x"), "One.\nTwo. <!-- allow a-b: x -->\nThree.")],
    );
}

#[test]
fn a_comment_before_a_component_is_about_all_of_it() {
    let text = "<!-- allow a-b: x -->\n::: steps\n\n::: step\nOne\n:::\n\nTwo\n:::\nAfter.";
    check("a.md", text, &[("a-b", Some("x"), "::: steps\n\n::: step\nOne\n:::\n\nTwo\n:::")]);
    let text = "::: row\nOne\n:::\n<!-- allow a-b: x -->\n\nTwo.";
    check("a.md", text, &[("a-b", Some("x"), "::: row\nOne\n:::")]);
    check("a.md", "<!-- allow a-b: x -->\n::: contact hub :::\nOne.", &[("a-b", Some("x"), "::: contact hub :::")]);
}

#[test]
fn what_is_no_comment_allows_nothing() {
    check("a.md", "```html\n<!-- allow a-b: x -->\n```\n", &[]);
    check("a.md", "<!-- allow people to comment -->\n\n<!-- allowed: x -->\nText.", &[]);
    check("a.md", "---\nnote: |\n  # allow a-b: x\nhint: 'a # allow a-b: x'\n---\n\nText.", &[]);
    check("a.toml", "a = \"\"\"\n# allow a-b: x\n\"\"\"\nb = \"x # allow a-b: x\"\n", &[]);
    check("a.css", "/* # allow a-b: x */", &[]);
}

#[test]
fn a_reason_is_words() {
    check("a.md", "<!-- allow a-b -->\nText.", &[("a-b", None, "Text.")]);
    check("a.md", "<!-- allow a-b: … -->\nText.", &[("a-b", None, "Text.")]);
    check("a.md", "<!-- allow passive: the law -->\nText.", &[("passive", Some("the law"), "Text.")]);
}

#[test]
fn keys_hold_what_is_below_them() {
    let text = "hub:\n  # allow a-b: x\n  phones:\n    - 1\n    - 2\n  email: y # allow c-d: z\nother: 1\n";
    check(
        "a.yaml",
        text,
        &[("a-b", Some("x"), "phones:\n    - 1\n    - 2"), ("c-d", Some("z"), "email: y # allow c-d: z")],
    );
    let text = "# allow a-b: x\nlist = [\n  \"a\",\n]\nb = 1\n\n# allow c-d: y\n[help]\nphone = \"1\"\n\n[next]\n";
    check(
        "site.toml",
        text,
        &[("a-b", Some("x"), "list = [\n  \"a\",\n]"), ("c-d", Some("y"), "[help]\nphone = \"1\"")],
    );
}

#[test]
fn front_matter_speaks_of_the_page_as_well() {
    let text = "---\ntitle: A\n# allow missing-owner: not yet named\n---\n\nText.";
    let found = allowances(FileId(0), "a.md", text, text.find("\n\nText").expect("it is there") + 1);
    assert!(found[0].covers(Span::whole(FileId(0))) && !found[0].covers(Span::new(FileId(0), 4..9)));
    assert!(!found[0].covers(Span::whole(FileId(1))));
}

#[test]
fn any_text_is_read_without_a_panic() {
    for text in [
        "<!-- allow",
        "<!-- allow a-b: x",
        "<!--",
        ":::",
        "<!-- allow a-b: x -->",
        "# allow",
        ":::\n:::\n<!-- allow a-b: ż -->",
    ] {
        for path in ["a.md", "a.yaml", "a.toml"] {
            allowances(FileId(0), path, text, 0);
            allowances(FileId(0), path, text, text.len() + 9);
        }
    }
}
