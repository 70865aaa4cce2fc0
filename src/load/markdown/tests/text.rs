//! Marks, headings, tables, notes, rows of Easy Read, raw HTML, and whatever else may stand in a body.

use super::{check, check_as, check_finding, html, read, read_as, rules};
use crate::model::Node;

#[test]
fn marks_lead_to_the_file() {
    let parsed = read("Ä [b](breaks.md)\n\n## Ü\n");
    let text = "---\ntitle: Page\n---\nÄ [b](breaks.md)\n\n## Ü\n";
    let Node::Html(written) = &parsed.tree.nodes[0] else { panic!("HTML was expected") };
    let marked = |tag: &str| {
        let at = written.find(tag).expect("the tag is there");
        let mark =
            written[at..].split(" data-sp=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("it is marked");
        let (start, end) = mark.split_once('-').expect("a range");
        &text[start.parse().expect("a number")..end.parse().expect("a number")]
    };
    assert_eq!(marked("<p"), "Ä [b](breaks.md)\n");
    assert_eq!(marked("<a"), "[b](breaks.md)");
    assert_eq!(marked("<h2"), "## Ü\n");
}

#[test]
fn text_cannot_forge_a_mark() {
    check(
        "a data-sp=\"1-2\" `b data-sp=\"1-2\"`\n\n    c data-sp=\"1\"",
        "<p>a data-sp=“1-2” <code>b data-sp=&quot;1-2&quot;</code></p>\n<pre><code>c data-sp=&quot;1&quot;</code></pre>",
    );
}

#[test]
fn headings_have_ids_of_their_own() {
    let parsed = read("# Breaks\n## Breaks\n## Żółw & *co* {#own}\n### 👋\n### 👋\nText.");
    assert_eq!(
        html(&parsed.tree.nodes),
        "<h2 id=\"breaks\">Breaks</h2>\n<h2 id=\"breaks-2\">Breaks</h2>\n<h2 id=\"own\">Żółw &amp; <em>co</em></h2>\n\
         <h3 id=\"section\">👋</h3>\n<h3 id=\"section-2\">👋</h3>\n<p>Text.</p>\n"
    );
    let outline: Vec<_> = parsed.facts.outline.iter().map(|heading| (heading.level, heading.text.as_str())).collect();
    assert_eq!(outline, [(1, "Breaks"), (2, "Breaks"), (2, "Żółw & co"), (3, "👋"), (3, "👋")]);
    assert_eq!(parsed.text.sections.len(), 6);
    assert_eq!((parsed.text.sections[5].id.as_str(), parsed.text.sections[5].text.as_str()), ("section-2", "Text."));
    assert_eq!(parsed.facts.words, 8);
}

#[test]
fn easy_read_is_cut_into_rows() {
    let row = |picture: bool, words: &str| {
        let picture = if picture {
            "<div class=\"signpost-easy__picture\"><img src=\"/sub/page/map.svg\" width=\"64\" height=\"48\" loading=\"lazy\" decoding=\"async\" alt=\"\"></div>\n"
        } else {
            ""
        };
        let words = if words.is_empty() {
            String::new()
        } else {
            format!("<div class=\"signpost-easy__words\">\n{words}\n</div>")
        };
        format!("<div class=\"signpost-easy__row\">{picture}{words}</div>")
    };
    let easy = |body: &str, rows: &[String]| check_as("page.easy.md", body, &rows.join("\n"));
    easy(
        "a\n\n![-](map.svg)\n\nb\n\nc **d**",
        &[row(false, "<p>a</p>"), row(true, "<p>b</p>\n<p>c <strong>d</strong></p>")],
    );
    easy("![-](map.svg)\nb", &[row(true, "<p>b</p>")]);
    let heading = "<h2 id=\"h\">H</h2>\n<p>b</p>";
    easy("a\n\n## H\n\n![-](map.svg)\n\nb", &[row(false, "<p>a</p>"), row(true, heading)]);
    easy("![-](map.svg)\n\n## H\n\nb", &[row(true, heading)]);
    easy("![-](map.svg)\n\na\n\n## H\n\nb", &[row(true, "<p>a</p>"), row(false, heading)]);
    easy("![-](map.svg)\n\n![-](map.svg)\n\n- a", &[row(true, ""), row(true, "<ul>\n<li>a</li>\n</ul>")]);
    easy("## H\n\n![-](map.svg)", &[row(true, "<h2 id=\"h\">H</h2>")]);
    easy("## H", &[row(false, "<h2 id=\"h\">H</h2>")]);
    // The row that says what a hard word means is boxed; a row that only comes after it is not.
    let meaning = "<div class=\"signpost-meaning\">\n<p>Carers help.</p>\n</div>";
    let hard = "<p>You are a <strong>carer</strong>.</p>";
    easy(
        "![-](map.svg)\n\nYou are a **carer**.\n\n![-](map.svg)\n\nCarers help.",
        &[row(true, hard), row(true, meaning)],
    );
    let other = "<p>We share cars.</p>";
    easy(
        "![-](map.svg)\n\nYou are a **carer**.\n\n![-](map.svg)\n\nWe share cars.",
        &[row(true, hard), row(true, other)],
    );
    let parsed = read_as("page.easy.md", "![-](map.svg)\n\na\n\n::: hold\n![-](map.svg)\n\nb\n:::\n\nc");
    let written = html(&parsed.tree.nodes);
    assert!(written.contains("</div></div>\n{hold: <p><img"), "{written}");
    assert!(
        written.contains("<p>b</p>}<div class=\"signpost-easy__row\"><div class=\"signpost-easy__words\">\n<p>c</p>"),
        "{written}"
    );
}

#[test]
fn raw_html_is_cleaned_and_followed() {
    let kept =
        check_finding("a <kbd>x</kbd>\n\n<div class=\"n\">\n\n**b** <br> c\n\n</div>", "raw-html", "<kbd>", "Markdown");
    assert_eq!(kept, "<p>a <kbd>x</kbd></p>\n<div class=\"n\">\n<p><strong>b</strong> <br> c</p>\n</div>");
    assert_eq!(check_finding("<script>alert(1)</script>", "raw-script", "<script>", "take the script away"), "");
    assert_eq!(
        check_finding("a <b onclick=\"x()\">c</b>", "raw-script", "<b onclick=\"x()\">", ""),
        "<p>a <b>c</b></p>"
    );
    check_finding("<iframe src=\"https://x.org\"></iframe>", "raw-iframe", "<iframe src=\"https://x.org\">", "link");
    check_finding("<p style=\"color:red\">a</p>", "raw-style", "<p style=\"color:red\">", "theme");
    check("a <!-- secret --> b<br/>c\n\n<!-- more\n\nsecret -->\n\nd", "<p>a  b<br>c</p>\n<p>d</p>");
    let followed = read("<a href=\"breaks.md\">b</a> <img src=map.svg alt=x>");
    assert_eq!(
        html(&followed.tree.nodes),
        "<p><a href=\"/sub/breaks/\">b</a> <img src=\"/sub/page/map.svg\" alt=\"x\"></p>\n"
    );
    assert_eq!((followed.facts.links.len(), followed.facts.files.len(), followed.tree.has_raw_html), (1, 1, true));
    let bad = read(
        "<a href=\"javascript&#X3A;alert(1)\">b</a> <a href='&#106;avascript:alert(1)'>c</a> <svg><script>x</script></svg>",
    );
    let written = html(&bad.tree.nodes);
    assert!(!written.to_lowercase().contains("script"), "{written}");
    let bad = read("> <div>\n> <img src=x onerror=alert(1)>\n\n[^n]\n\n[^n]: <script>x</script>y");
    let written = html(&bad.tree.nodes);
    assert!(!written.contains("onerror") && !written.contains("script"), "{written}");
    assert_eq!(
        read("<details><summary>More</summary>words</details>").text.sections[0]
            .text
            .split_whitespace()
            .collect::<Vec<_>>(),
        ["More", "words"]
    );
}

#[test]
fn notes_stand_at_the_end_of_the_page() {
    let body = "a[^x] b[^y] c[^x]\n\n::: hold\nd[^y] [ref]\n:::\n\n[^y]: Y.\n[^x]: X.\n\n[ref]: breaks.md\n";
    let written = html(&read(body).tree.nodes);
    let reference =
        |n: u8, id: &str| format!("<sup><a href=\"#note-{n}\"{id} role=\"doc-noteref\">[note {n}]</a></sup>");
    let (first, second) = (reference(1, " id=\"note-1-from\""), reference(2, " id=\"note-2-from\""));
    let again = (reference(1, ""), reference(2, ""));
    let item = |n: u8, words: &str| {
        format!(
            "<li id=\"note-{n}\"><p>{words} <a href=\"#note-{n}-from\" role=\"doc-backlink\">Back to the text</a></p></li>\n"
        )
    };
    let expected = format!(
        "<p>a{first} b{second} c{}</p>\n{{hold: <p>d{} <a href=\"/sub/breaks/\">ref</a></p>}}\
         <section class=\"signpost-notes\" role=\"doc-endnotes\" aria-label=\"Notes\"><ol>\n{}{}</ol></section>\n",
        again.0,
        again.1,
        item(1, "X."),
        item(2, "Y.")
    );
    assert_eq!(written, expected);
}

#[test]
fn tables_align_by_class() {
    check(
        "| a | b |\n|:--|--:|\n| 1 | 2 |",
        "<table><thead><tr><th class=\"signpost-align-left\">a</th><th class=\"signpost-align-right\">b</th></tr></thead>\n<tbody>\n<tr><td class=\"signpost-align-left\">1</td><td class=\"signpost-align-right\">2</td></tr>\n</tbody></table>",
    );
    check(
        "| | b |\n|--|--|\n| x | 2 |",
        "<table><thead><tr><td></td><th>b</th></tr></thead>\n<tbody>\n<tr><th>x</th><td>2</td></tr>\n</tbody></table>",
    );
}

#[test]
fn whatever_is_in_it_something_comes_out() {
    let deep = read(&">".repeat(50_000));
    assert!(html(&deep.tree.nodes).matches("<blockquote").count() < 256);
    let deep = read(&format!("{}a", "> ".repeat(5_000)));
    assert_eq!(rules(&deep.diagnostics), ["nested-too-deep"]);
    let divs = read(&"<div>\n\n".repeat(3_000));
    assert!(rules(&divs.diagnostics).contains(&"nested-too-deep"));
    let components = read(&"::: hold\n".repeat(5_000));
    assert!(rules(&components.diagnostics).contains(&"nested-too-deep"));
    assert_eq!(html(&read("\u{feff}a\r\n\r\n- b\r\n\tc\r\n").tree.nodes), "<p>a</p>\n<ul>\n<li>b\nc</li>\n</ul>\n");
    for odd in [
        "",
        "\u{0}",
        "[a](",
        "![a][b]",
        "![[a](b)](c)",
        "::: ",
        ":::\n:::",
        "<",
        "<!--",
        "```\n::: a",
        "|",
        "[^a]\n[^a]:",
        "[^a]: [^a]",
        "# ![x](y) [z](w)",
        "::: box title=\n:::",
    ] {
        read(odd);
        read_as("page.easy.md", odd);
    }
}

#[test]
fn a_great_many_of_anything_takes_no_longer_than_its_length() {
    let started = std::time::Instant::now();
    let numbered = |write: &dyn Fn(usize) -> String| (0..20_000).map(write).collect::<String>();
    let same = read(&"## A\n".repeat(20_000));
    assert_eq!(same.facts.outline[19_999].id, "a-20000");
    read(&numbered(&|n| format!("[x](gone-{n}.md) ![y](gone-{n}.svg)\n")));
    read(&numbered(&|n| format!("a[^{n}]\n\n[^{n}]: b\n\n")));
    read(&numbered(&|n| format!("::: hold\n[{n}]\n:::\n[{n}]: breaks.md\n")));
    read(&numbered(&|n| format!("<a href=\"gone-{n}\">x</a>\n")));
    read(&"::: box ".repeat(20_000));
    read(&format!("[x]({}) ::: {}", "y".repeat(100_000), "z".repeat(100_000)));
    // Minutes where anything grows with the square; well under ten seconds without optimisation otherwise.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
