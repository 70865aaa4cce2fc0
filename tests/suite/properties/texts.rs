//! Made-up texts, names and front matter: pieces that mean something, in any order.

use proptest::prelude::*;

/// Pieces that mean something to a reader of Markdown, and pieces that come close.
const PIECES: &[&str] = &[
    "# ",
    "## ",
    "###### ",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "  ",
    "\t",
    "> ",
    "| a | b |\n|---|:-:|\n| 1 |\n",
    "|",
    "```\n",
    "~~~",
    "`",
    "**",
    "*",
    "_",
    "~~",
    "[",
    "](",
    ")",
    "](/guides/)",
    "](contact:hub)",
    "![",
    "![-](x.svg)",
    "<b>",
    "</b>",
    "<div>",
    "</table>",
    "<script>",
    "<!--",
    "-->",
    "&amp;",
    "&#X3A;",
    "&#0;",
    "\\",
    "[^1]",
    "[^1]: note\n",
    ": ",
    "---\n",
    "===\n",
    ":::",
    "::::",
    "::: callout\n",
    ":::: tiers\n",
    "::: tier title=\"x\"\n",
    "::: action status=done\n",
    "\n:::\n",
    "::: x y=\"",
    "{#id}",
    "{.class}",
    "[x]: /y \"z\"\n",
    "https://example.org",
    "\r\n",
    "\u{feff}",
    "\u{200f}",
    "é",
    "żółw",
    "وقفہ",
    "🙂",
    "\u{0}",
    "a",
    "word ",
    "01632 960123",
    "tel:",
    "javascript:",
    "%2e%2e/",
    "../",
    "data-sp=\"1-2\"",
];

/// Any text that could be a body, good or broken.
pub fn any_markdown() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![4 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,8}", 1 => ".{0,4}"];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Keys and values that mean something in front matter, and some that do not.
const LINES: &[&str] = &[
    "title: Words",
    "title: [a, b]",
    "title:",
    "type: service",
    "type: event",
    "type: consultation",
    "type: glossary",
    "type: update",
    "type: strategy",
    "type: nothing",
    "draft: yes",
    "draft: perhaps",
    "publish: 2026-11-23",
    "expire: 2026-02-30",
    "starts: 2026-12-01 10:00",
    "ends: 0000-00-00",
    "opens: 2026-01-01",
    "closes: 99999-01-01",
    "aliases: [/old/, ../../x, \"\", /, 7]",
    "aliases: /OLD/",
    "topics: [Breaks, {a: b}, null]",
    "contact: hub",
    "contact: [{phone: +44}, 7]",
    "contact: {phones: [{number: 01632 960123}]}",
    "places: [{lat: 1e999, lon: .nan, hidden: no}]",
    "places: 7",
    "hours: [{days: Mon-Fri, from: 9am, to: 25:99}]",
    "hours: whenever",
    "ages: {from: -1, to: 999999999999}",
    "cost: {kind: free, amount: [1]}",
    "bsl: {video: x.mp4, sizes: [x], captions: y.vtt}",
    "summary: >\n  folded\n  text",
    "notes: *nowhere",
    "a: &x [*x]",
    "? {a: b} : c",
    "<<: {title: x}",
    "\"quoted key\": 1",
    "sensitive: {}",
    "short: ../x",
    "contents: 12",
    "owner: [x]",
    "replaced_by: /nowhere/",
    "about: [/nowhere/, 7]",
    "synonyms: [AB, \"\", break]",
    "review_by: yesterday",
    "- item",
    "   odd: indent",
    "\tx: tab",
    "title: \"open",
    "{",
    "]",
    "|",
    "%YAML 9",
    "...",
    "!!binary x",
];

/// Any text that could be front matter, good or broken.
pub fn any_front_matter() -> impl Strategy<Value = String> {
    let line = prop_oneof![6 => proptest::sample::select(LINES).prop_map(str::to_owned), 1 => "[a-z_]{1,8}: \\PC{0,12}", 1 => "\\PC{0,12}"];
    proptest::collection::vec(line, 0..8).prop_map(|lines| lines.join("\n"))
}

/// Good Markdown as an editor writes it, with many inline elements side by side.
const PARAGRAPHS: &[&str] = &[
    "Call [the hub](/guides/) or [write](mailto:help@example.org), **today** *or* tomorrow.\n",
    "**One** **two** *three* `four` ~~five~~ [six](/guides/)[seven](/guides/) eight.\n",
    "| Day | Time |\n|---|---|\n| Monday | **9am** *to* 5pm |\n",
    "- One\n- Two [links](/guides/) [here](/guides/)\n\n  Another paragraph.\n",
    "1. First\n2. Second **word** **word**\n",
    "> A quotation, *in* two\n> lines.\n",
    "Term\n: What it **means** *exactly*.\n",
    "A note.[^1]\n\n[^1]: Its [source](https://example.org/) **here**.\n",
    "```\ncode   with  spaces\n  and lines\n```\n",
    "<p>HTML by hand: <b>one</b> <i>two</i><b>three</b> <a href=\"/guides/\">four</a></p>\n",
    "<div><b>One</b> <b>Two</b> <a href=\"/guides/\">Three</a>\n<span>Four</span></div>\n",
    "<details><summary>More <b>of</b> <i>it</i></summary><p>Words.</p></details>\n",
    "<table><tr><th scope=\"row\">A</th><td><b>b</b> <i>c</i></td></tr></table>\n",
    "::: callout\n**One** [two](/guides/) *three*\n:::\n",
    "::: details title=\"What is in **it**\"\n- One\n- Two\n:::\n",
    "::: action status=done owner=\"The council\" due=2027-03\nTrain every GP.\n:::\n",
    "::: steps\n1. **Ask** [us](/guides/)\n2. Wait\n:::\n",
    "::: chart kind=bars title=\"Carers\" unit=\"%\"\n| What | Carers |\n|---|---|\n| A break | 46 |\n:::\n",
    "Line one\\\nline two  \nline three\n",
];

/// A body without mistakes.
pub fn good_markdown() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(PARAGRAPHS), 1..12)
        .prop_map(|parts| parts.iter().map(|part| format!("{part}\n")).collect())
}

/// Names that files have on disks, good and odd.
const NAMES: &[&str] = &[
    "page",
    "Page",
    "café",
    "żółw",
    "وقفہ",
    "a b",
    "a..b",
    "..",
    "...",
    "-",
    "'",
    "%2e%2e",
    "con",
    "index",
    "404",
    "sitemap",
    "a\\b",
    "a\nb",
    "🙂",
    "x.pl",
    "x.easy",
    "x.young",
    "_index",
    "_index.easy",
    "api",
    "search",
    "s",
    "1",
    "__",
    "~x",
    "a.b.c",
];

/// Any path that a file could have below `content/`.
pub fn any_path() -> impl Strategy<Value = String> {
    let name = || proptest::sample::select(NAMES);
    (
        proptest::collection::vec(name(), 0..3),
        name(),
        proptest::sample::select(&["md", "svg", "pdf", "html", "markdown", ""][..]),
    )
        .prop_map(|(folders, name, ending)| {
            let parts: Vec<&str> =
                folders.into_iter().chain([name]).filter(|part| *part != ".." || name != "..").collect();
            format!("{}.{ending}", parts.join("/"))
        })
}
