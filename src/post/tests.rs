//! Tests of everything that is done to a finished page.

use super::*;
use crate::model::ContentType;
use crate::model::{Asset, Details, Form, GlossaryTerm, sample};
use crate::source::FileId;

fn term(address: &str, title: &str, synonyms: &[&str]) -> Page {
    let synonyms = synonyms.iter().map(|word| (*word).to_owned()).collect();
    let mut page = sample::page(address, title);
    page.content_type = ContentType::Glossary;
    page.details = Details::Glossary(Box::new(GlossaryTerm { synonyms, ..GlossaryTerm::default() }));
    page
}

fn site() -> Site {
    let mut urdu = sample::page("/ur/hub/", "Hub");
    urdu.variant.language = 2;
    let mut easy = sample::page("/hub/easy-read/", "Hub");
    easy.variant.form = Form::Easy;
    let mut site = sample::site(
        "",
        vec![
            sample::page("/hub/", "Hub"),
            easy,
            urdu,
            term("/glossary/respite-care/", "Respite care", &["short break", "respite"]),
            term("/glossary/integrated-care-board/", "Integrated Care Board", &["ICB", "PIP"]),
            term("/glossary/carers-assessment/", "Carer's assessment", &[]),
        ],
    );
    let asset = Asset {
        file: FileId(0),
        bytes: 1,
        address: "/hub/map.svg".into(),
        size: Some((320, 200)),
        media: Default::default(),
        is_animated: false,
    };
    site.assets.insert("hub/map.svg".into(), asset);
    site
}

/// Posts a body on a page of the site; asserts that a second pass changes nothing.
fn post(address: &str, body: &str) -> String {
    let site = site();
    let page_at = site.page(site.by_address[address]);
    let context = Context::new(&site);
    let once = page(body, page_at, &site, &context);
    assert!(once.diagnostics.is_empty());
    assert_eq!(page(&once.html, page_at, &site, &context).html, once.html, "a second pass of {body}");
    once.html
}

fn check(body: &str, expected: &str) {
    assert_eq!(post("/hub/", body), expected);
}

fn check_prose(body: &str, expected: &str) {
    let wrap = |body: &str| format!("<main><div class=\"signpost-prose\">{body}</div></main>");
    assert_eq!(post("/hub/", &wrap(body)), wrap(expected));
}

#[test]
fn a_page_without_anything_to_do_stays_as_it_is() {
    check("<p>A < b &amp; c", "<p>A < b &amp; c");
}

#[test]
fn tables_become_named_regions_with_scopes() {
    check(
        "<h2 id=\"c\">Costs &amp; <em>times</em></h2><table><thead><tr><th>Day</th><th>Time</th></tr></thead><tbody><tr><th>Mon</th>\
         <td>7pm</td></tr></tbody></table><table class=\"wide\"><caption>Fees</caption><tr><th>a</th><th>b</th></tr><tr><th>c</th><td>d</td></tr></table>",
        "<h2 id=\"c\">Costs &amp; <em>times</em></h2><section class=\"signpost-table\" tabindex=\"0\" \
         aria-label=\"Table: Costs &amp; times\"><table class=\"signpost-table__table\"><thead><tr><th scope=\"col\">Day</th>\
         <th scope=\"col\">Time</th></tr></thead><tbody><tr><th scope=\"row\">Mon</th><td>7pm</td></tr></tbody></table></section>\
         <section class=\"signpost-table\" tabindex=\"0\" aria-label=\"Fees\"><table class=\"wide signpost-table__table\">\
         <caption>Fees</caption><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr><tr><th scope=\"row\">c</th><td>d</td></tr></table></section>",
    );
}

#[test]
fn two_tables_under_one_heading_have_two_names() {
    let html = post("/hub/", "<table><tr><td>x</table><table><tr><td>y</td></tr></table>");
    assert!(html.contains("aria-label=\"Table: Hub\"") && html.contains("aria-label=\"Table: Hub (2)\""), "{html}");
}

#[test]
fn links_to_other_sites_say_so() {
    check(
        "<a href=\"https://x.example/?a=1&amp;b=2\">x</a><a class=\"b\" rel=\"nofollow\" href=\"//y.example\">y</a>",
        "<a href=\"https://x.example/?a=1&amp;b=2\" rel=\"noopener noreferrer\" class=\"signpost-external\">x</a>\
         <a class=\"b\" rel=\"nofollow noopener noreferrer\" href=\"//y.example\">y</a>",
    );
    check("<a href=\"https://carers.example/b/\">x</a>", "<a href=\"https://carers.example/b/\">x</a>");
}

#[test]
fn pictures_get_their_size_and_wait() {
    check(
        "<img src=\"/mark.svg\"><main><img src=\"/hub/map.svg\" alt=\"\"><img src=\"/x.png\" width=\"2\" alt=\"\"></main>",
        "<img src=\"/mark.svg\" decoding=\"async\"><main><img src=\"/hub/map.svg\" alt=\"\" width=\"320\" height=\"200\" decoding=\"async\">\
         <img src=\"/x.png\" width=\"2\" alt=\"\" decoding=\"async\" loading=\"lazy\"></main>",
    );
}

#[test]
fn parts_in_another_direction_say_so() {
    check(
        "<body><p lang=\"ur\">x</p><p lang=\"pl\">y</p>",
        "<body><p lang=\"ur\" dir=\"rtl\">x</p><p lang=\"pl\">y</p>",
    );
    assert_eq!(
        post(
            "/ur/hub/",
            "<html lang=\"ur\"><body><a href=\"tel:999\">999</a><a href=\"tel:1\">کال</a><b lang=\"en\">Hub</b>"
        ),
        "<html lang=\"ur\"><body><a href=\"tel:999\" dir=\"ltr\">999</a><a href=\"tel:1\">کال</a><b lang=\"en\" dir=\"ltr\">Hub</b>"
    );
}

#[test]
fn the_first_use_of_a_term_is_linked() {
    check_prose(
        "<h2>Respite care</h2><p>Ask for <em>Short\nbreaks</em> or respite. A <a href=\"/x/\">carer’s assessment</a>, the carer’s assessment.</p>",
        "<h2>Respite care</h2><p>Ask for <em><a class=\"signpost-term\" href=\"/glossary/respite-care/\">Short\nbreaks</a></em> or respite. \
         A <a href=\"/x/\">carer’s assessment</a>, the <a class=\"signpost-term\" href=\"/glossary/carers-assessment/\">carer’s assessment</a>.</p>",
    );
}

#[test]
fn terms_are_left_alone_where_a_link_would_be_in_the_way() {
    for body in [
        "<p><code>respite</code> <button>respite</button> <span translate=\"no\">respite</span> respites-x pre-respite</p>",
        "<p><a href=\"/glossary/respite-care/\">respite</a> respite</p>",
        "<h3>respite</h3><dl><dt>respite</dt></dl>",
        "<div class=\"signpost-doors\"><ul><li><a href=\"/x/\">A break</a> respite</li></ul></div>",
        "<ul class=\"signpost-ways\"><li><p>Phone, for respite</p></li></ul>",
    ] {
        check_prose(body, body);
    }
    let prose = "<main><div class=\"signpost-prose\"><p>respite ICB</p></div></main>";
    for address in ["/hub/easy-read/", "/ur/hub/"] {
        assert_eq!(post(address, prose), prose);
    }
    assert!(!post("/glossary/respite-care/", prose).contains("<a "));
}

#[test]
fn abbreviations_are_explained_once() {
    check_prose(
        "<ul><li>The ICB pays. The ICB decides.</li></ul>",
        "<ul><li>The <a class=\"signpost-term\" href=\"/glossary/integrated-care-board/\"><abbr title=\"Integrated Care Board\">ICB</abbr></a> \
         pays. The ICB decides.</li></ul>",
    );
    check_prose(
        "<p>The Integrated Care Board (ICB) pays. A pip.</p>",
        "<p>The <a class=\"signpost-term\" href=\"/glossary/integrated-care-board/\">Integrated Care Board</a> (ICB) pays. A pip.</p>",
    );
}

#[test]
fn a_full_name_near_an_abbreviation_explains_it_whatever_stands_between_them() {
    // The pass makes tags longer; how near two words are must not depend on that.
    for body in [
        "<p>ICB (<a href=\"https://x.example/\">Integrated Care Board</a>)</p>",
        "<p>ICB <a href=\"https://x.example/a-rather-long-address-that-nobody-reads-in-the-page-itself/\">Integrated Care Board</a></p>",
    ] {
        let html = post("/glossary/respite-care/", &format!("<main><div class=\"signpost-prose\">{body}</div></main>"));
        assert!(!html.contains("<abbr"), "{html}");
    }
}

#[test]
fn a_full_name_that_nobody_reads_explains_nothing() {
    for hidden in ["<img src=\"/x.png\" alt=\"Integrated Care Board\">", "<!-- Integrated Care Board -->"] {
        let body = format!("<main><div class=\"signpost-prose\">{hidden}<p>The ICB pays.</p></div></main>");
        let html = post("/glossary/respite-care/", &body);
        assert!(html.contains("<abbr title=\"Integrated Care Board\">ICB</abbr>"), "{html}");
    }
}

#[test]
fn the_last_look_finds_what_must_never_be_published() {
    let site = site();
    let count = |html: &str| {
        let found = safety(html.as_bytes(), &site.pages[0], &site);
        assert!(
            found.iter().all(|finding| finding.always_stops && finding.severity == crate::diagnostic::Severity::Error)
        );
        found.len()
    };
    for bad in [
        "<a href=javascript:alert(1)>x</a>",
        "<a href=\" java\tscript&colon;alert(1)\">x</a>",
        "<a href=\"javascript&#58;alert(1)\">x</a>",
        "<a href=\"java&UnknownButNamed;script:x\">x</a>",
        "<a href=\"data:text/html,x\">x</a>",
        "<img src=\"data:text/html,x\">",
        "<a href=vbscript:x>x</a>",
        "<a href=x&#X3A;y>x</a>",
        "<p onclick=x>",
        "<p ONLOAD=x>",
        "<p style=color:red>",
        "<style>p{}</style>",
        "<script>x()</script>",
        "<script src=/a.js>x()</script>",
        "<script type=application/ld+json>{\"a\":\"<!--\"}</script>",
        "</script>",
        "<base href=/>",
        "<p data-sp=\"1-2\">",
        "<p data-sp=1-2>",
        "<img src=//x.example/a.png alt>",
        "<img srcset=\"/a.png 1x, https://x.example/b.png 2x\" alt>",
        "<link rel=stylesheet href=https://x.example/a.css>",
        "<link rel=preconnect href=https://x.example>",
        "<iframe src=https://x.example></iframe>",
        "<form action=https://x.example></form>",
        "<meta http-equiv=refresh content='0; url=javascript:x'>",
        "<svg><use href=https://x.example/a.svg#b /></svg>",
        "<svg><set attributeName=href to=javascript:x></svg>",
    ] {
        assert!(count(bad) >= 1, "{bad}");
    }
    for good in [
        "<a href=\"https://x.example/?u=javascript:x&amp;b\">x</a><a href=mailto:a@b.example>x</a><a href=tel:999>999</a>",
        "<link rel=canonical href=https://carers.example/hub/><link rel=alternate hreflang=pl href=https://carers.example/pl/>",
        "<link rel=stylesheet href=/a.css><script type=module src=/a.js></script><img src=data:image/png;base64,AA alt>",
        "<script type=application/ld+json>{\"url\":\"https://x.example\",\"a\":\"\\u003c/script\"}</script>",
        "<p>onclick= style= javascript: data-sp=&quot;1</p>",
        "<img src=https://carers.example/a.png alt><form action=/search/></form>",
        "<input value=\"javascript:\" title='data:'>",
        "<a href=\"tel:&amp;amp;--\">x</a><a href=\"tel:1&2;\">x</a><p>&#X is text",
    ] {
        assert_eq!(count(good), 0, "{good}");
    }
}

mod passing_twice {
    use super::post;
    use crate::html::visible_words;
    use proptest::prelude::*;
    use proptest::sample::select;

    /// Words of the glossary, and what stands beside them in a line.
    const WORDS: &[&str] = &[
        "respite ",
        "Respite care\n",
        "ICB ",
        "PIPs. ",
        "carer’s assessment, ",
        "Integrated Care Board ",
        "<!-- ICB -->",
        "<code>respite</code>",
        "<img src=\"/hub/map.svg\" alt=\"ICB\">",
        "<a href=\"tel:999\">999</a>",
    ];

    /// A line as `render` can write it: every element ends in the one that it began in, and no link holds a link.
    fn line() -> impl Strategy<Value = String> {
        let words = || proptest::collection::vec(select(WORDS), 0..3).prop_map(|words| words.concat());
        let plain = || words().prop_map(|words| words.replace("<a href=\"tel:999\">999</a>", "999 "));
        let piece = prop_oneof![
            4 => words(),
            1 => plain().prop_map(|words| format!("<a href=\"https://x.example/\">{words}</a>")),
            1 => plain().prop_map(|words| format!("<a href=\"/hub/\"><strong>{words}</strong></a>")),
            1 => words().prop_map(|words| format!("<b lang=\"ur\">{words}</b>")),
            1 => words().prop_map(|words| format!("<em>{words}</em>")),
        ];
        proptest::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
    }

    /// Blocks in blocks, as `render` can write them.
    fn block() -> impl Strategy<Value = String> {
        let row = |head: String, cell: String| format!("<tr><th>{head}</th><td>{cell}</td></tr>");
        let leaf = prop_oneof![
            3 => line().prop_map(|line| format!("<p>{line}</p>")),
            1 => line().prop_map(|line| format!("<h2 id=\"a\">{line}</h2>")),
            1 => line().prop_map(|line| format!("<ul><li>{line}</li></ul>")),
            1 => (line(), line()).prop_map(|(term, line)| format!("<dl><dt>{term}</dt><dd>{line}</dd></dl>")),
            1 => (line(), line()).prop_map(move |(head, cell)| format!("<table>{}</table>", row(head, cell))),
            1 => (line(), line(), line()).prop_map(move |(caption, head, cell)| format!(
                "<table><caption>{caption}</caption><thead><tr><th>a</th><th>{head}</th></tr></thead><tbody>{}</tbody></table>",
                row("b".into(), cell)
            )),
        ];
        leaf.prop_recursive(2, 12, 3, |inner| {
            let around = select(&["div", "blockquote", "ul", "table"][..]);
            (around, proptest::collection::vec(inner, 1..4)).prop_map(|(around, blocks)| {
                match (around, blocks.concat()) {
                    ("ul", inside) => format!("<ul><li>{inside}</li></ul>"),
                    ("table", inside) => format!("<table><tr><td>{inside}</td></tr></table>"),
                    (name, inside) => format!("<{name}>{inside}</{name}>"),
                }
            })
        })
    }

    proptest! {
        #![proptest_config(crate::seeded::seeded(64))]

        #[test]
        fn changes_nothing_and_keeps_every_word(
            blocks in proptest::collection::vec(block(), 0..6),
            address in select(&["/hub/", "/ur/hub/", "/hub/easy-read/", "/glossary/respite-care/"][..]),
        ) {
            let body = format!(
                "<html lang=\"en\"><body><main><div class=\"signpost-prose\">{}</div></main></body></html>",
                blocks.concat()
            );
            prop_assert_eq!(visible_words(&post(address, &body)), visible_words(&body));
        }
    }
}

mod minifying {
    use super::super::minify;
    use crate::html::visible_words;
    use proptest::prelude::*;

    #[test]
    fn spaces_between_inline_siblings_stay() {
        let html = "<!doctype html><html lang=en><head><title>t</title></head><body><nav>\n  <a href=\"/a/\">One</a>\n  <a href=\"/b/\">Two</a>\n</nav>\
                    <div><b>x</b> <!-- c --> <i>y</i> <input> <img src=\"/a.png\" alt=\"\"> <em>z</em> </div><pre>a\n <b>b</b>\n\n<i>c</i></pre></body></html>";
        let (small, finding) = minify(html, true);
        assert_eq!(finding, None);
        assert_eq!(visible_words(&small), visible_words(html));
        assert!(small.contains("One</a> <a"), "{small}");
        assert!(small.contains("a\n <b>b</b>\n\n<i>c</i>"), "{small}");
        assert!(small.len() < html.len());
    }

    #[test]
    fn references_keep_their_meaning() {
        let (small, _) = minify("<a href=\"x&#X3A;y\">a &#X26; b</a>", true);
        assert!(!small.contains("&#X") && small.contains("a & b"), "{small}");
    }

    #[test]
    fn a_page_that_would_change_or_nests_too_deeply_stays_as_it_is() {
        let deep = format!("{}x", "<div>".repeat(5_000));
        let (html, finding) = minify(&deep, false);
        assert_eq!((html, finding.map(|finding| finding.rule)), (deep, Some("deep-nesting")));
        let list = format!("<ul>{}</ul>", "<li>x".repeat(1_000));
        assert_eq!(minify(&list, true).1, None);
    }

    /// A small page: layout elements that hold inline siblings, with and without spaces between them.
    fn pages() -> impl Strategy<Value = String> {
        let inline = prop_oneof![
            Just("<a href=\"/a/\">one</a>".to_owned()),
            Just("<span>two <b>three</b></span>".to_owned()),
            Just("<img src=\"/a.png\" alt=\"\">".to_owned()),
            Just("<button type=\"button\">four</button>".to_owned()),
            Just("<label>five <input></label>".to_owned()),
            Just("<code> six  seven </code>".to_owned()),
            Just("eight &amp; nine".to_owned()),
            Just("<!-- no words -->".to_owned()),
            Just("<br>".to_owned()),
        ];
        let space = prop_oneof![Just(""), Just(" "), Just("\n    "), Just("\t")];
        let run = proptest::collection::vec((inline, space), 0..6)
            .prop_map(|parts| parts.into_iter().map(|(inline, space)| inline + space).collect::<String>());
        let names = ["div", "nav", "section", "p", "li", "main", "form", "figure", "td", "dd", "summary", "h2"];
        let block = (proptest::sample::select(names.to_vec()), run).prop_map(|(name, inside)| match name {
            "li" => format!("<ul> <li>{inside}</li> </ul>"),
            "td" => format!("<table><tr> <td>{inside}</td> </tr></table>"),
            "dd" => format!("<dl><dt>term</dt> <dd>{inside}</dd></dl>"),
            "summary" => format!("<details><summary>{inside}</summary> more</details>"),
            name => format!("<{name}>\n{inside}</{name}>"),
        });
        proptest::collection::vec(block, 1..5).prop_map(|blocks| {
            format!(
                "<!doctype html><html lang=\"en\"><head><title>t</title></head><body>{}</body></html>",
                blocks.join("\n")
            )
        })
    }

    proptest! {
        #![proptest_config(crate::seeded::seeded(256))]

        #[test]
        fn visible_words_stay_the_same(html in pages()) {
            let (small, finding) = minify(&html, false);
            prop_assert_eq!(finding, None);
            prop_assert_eq!(visible_words(&small), visible_words(&html), "{}", small);
        }
    }
}
