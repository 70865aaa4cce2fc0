//! Links to pages, contacts, files and other sites, and pictures.

use super::{Fixture, check, check_as, check_finding, html, read, read_as};
use crate::load::markdown::resolve_link;
use crate::model::LinkTarget;

#[test]
fn links_lead_to_pages_however_they_are_named() {
    for named in [
        "breaks.md",
        "./breaks.md",
        "breaks",
        "/breaks/",
        "/breaks",
        "/breaks.md",
        "https://carers.example/sub/breaks/",
        "/rest/",
    ] {
        check(&format!("[B]({named})"), "<p><a href=\"/sub/breaks/\">B</a></p>");
    }
    check(
        "[H](/) [s](services/) [t](/services/_index.md)",
        "<p><a href=\"/sub/\">H</a> <a href=\"/sub/services/\">s</a> <a href=\"/sub/services/\">t</a></p>",
    );
    check("[H](</search/?q=a b#c>)", "<p><a href=\"/sub/search/?q=a%20b#c\">H</a></p>");
    check_as(
        "services/x.md",
        "[B](../breaks.md#how%20long) [a](#b)",
        "<p><a href=\"/sub/breaks/#how%20long\">B</a> <a href=\"#b\">a</a></p>",
    );
}

#[test]
fn links_lead_to_the_readers_variant_and_say_where_there_is_none() {
    let note = |words: &str| format!(" <span class=\"signpost-elsewhere\">({words})</span>");
    check_as(
        "page.easy.md",
        "[B](breaks.md#x)",
        "<div class=\"signpost-easy__row\"><div class=\"signpost-easy__words\">\n<p><a href=\"/sub/breaks/easy-read/\">B</a></p>\n</div></div>",
    );
    let money = format!("<p><a href=\"/sub/money/\" hreflang=\"en\">M{}</a></p>", note("po angielsku"));
    check_as("page.pl.md", "[M](money.md)", &money);
    check_as("page.pl.md", "[B](breaks.md)", "<p><a href=\"/sub/pl/breaks/\">B</a></p>");
    // Easy Read has no brackets.
    let easy = |words: &str| format!(" <span class=\"signpost-elsewhere\">{words}</span>");
    let both =
        format!("<a href=\"/sub/money/\" hreflang=\"en\">M{}</a>", easy("bez wersji łatwej do czytania, po angielsku"));
    assert!(html(&read_as("page.pl.easy.md", "[M](money.md)").tree.nodes).contains(&both));
    let young = format!("<p><a href=\"/sub/money/\">M{}</a></p>", note("for all ages"));
    check_as("page.young.md", "[M](money.md)", &young);
    // An author who names a variant means it.
    check("[B](breaks.easy.md)", "<p><a href=\"/sub/breaks/easy-read/\">B</a></p>");
    let own = format!("<a href=\"/sub/breaks/\">all{}</a>", easy("not in Easy Read"));
    assert!(html(&read_as("breaks.easy.md", "[all](breaks.md)").tree.nodes).contains(&own));
    // Words in a language that Signpost does not speak are marked as English.
    assert!(
        html(&read_as("page.so.md", "[M](money.md)").tree.nodes)
            .contains("<span class=\"signpost-elsewhere\" lang=\"en\">(in English)")
    );
}

#[test]
fn broken_links_are_plain_text_with_help() {
    assert_eq!(
        check_finding("a [b](break.md)", "broken-link", "[b](break.md)", "did you mean `breaks.md`?"),
        "<p>a b</p>"
    );
    check_finding("[b](hub.md)", "broken-link", "[b](hub.md)", "did you mean `services/hub.md`?");
    check_finding("[b](/breakz/)", "broken-link", "[b](/breakz/)", "did you mean `/breaks/`?");
    check_finding("[b](/somewhere/else/)", "broken-link", "[b](/somewhere/else/)", "by its address");
    check_finding("[b]()", "broken-link", "[b]()", "round brackets");
    check_finding("[b](../../x.md)", "broken-link", "[b](../../x.md)", "by its file");
    assert_eq!(
        check_finding("a [b](draft.md)", "link-to-unpublished", "[b](draft.md)", "without a link"),
        "<p>a b</p>"
    );
}

#[test]
fn unsafe_links_are_plain_text() {
    for bad in [
        "javascript:alert(1)",
        "JavaScript&#58;alert(1)",
        "javascript&#X3A;alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
    ] {
        assert_eq!(check_finding(&format!("[b]({bad})"), "unsafe-link", &format!("[b]({bad})"), "https:"), "<p>b</p>");
    }
    let odd = read("[b](java&#10;script:alert)");
    assert_eq!(html(&odd.tree.nodes), "<p>b</p>\n");
}

#[test]
fn links_to_other_places_are_kept() {
    check(
        "<https://x.org/?a=1&b=2> [m](mailto:a@b.org) <a@b.org> [t](tel:999)",
        "<p><a href=\"https://x.org/?a=1&amp;b=2\">https://x.org/?a=1&amp;b=2</a> <a href=\"mailto:a@b.org\">m</a> <a href=\"mailto:a@b.org\">a@b.org</a> <a href=\"tel:999\">t</a></p>",
    );
    let parsed = read("[x](https://x.org \"T\") [y](//y.org/)");
    assert_eq!(
        html(&parsed.tree.nodes),
        "<p><a href=\"https://x.org\" title=\"T\">x</a> <a href=\"https://y.org/\">y</a></p>\n"
    );
    assert_eq!(parsed.facts.external.len(), 2);
}

#[test]
fn contacts_print_themselves() {
    check("Call [phone](contact:hub).", "<p>Call <a href=\"tel:+441632960123\" translate=\"no\">01632 960123</a>.</p>");
    check("[text](contact:hub)", "<p><a href=\"sms:+447700900123\" translate=\"no\">07700 900123</a></p>");
    check("[email](contact:hub)", "<p><a href=\"mailto:hub@example.org\" translate=\"no\">hub@example.org</a></p>");
    check(
        "[website](contact:hub), [hours](contact:hub)",
        "<p><a href=\"https://www.example.org/\" translate=\"no\">example.org</a>, 9am to 5pm</p>",
    );
    check_finding("[phone](contact:hubb)", "unknown-contact", "[phone](contact:hubb)", "did you mean `hub`?");
    check_finding("[fone](contact:hub)", "unknown-contact-detail", "[fone](contact:hub)", "did you mean `phone`?");
    check_finding("[phone](contact:bare)", "missing-contact-detail", "[phone](contact:bare)", "contacts.yaml");
    let old = check_finding("[phone](contact:old)", "retired-contact", "[phone](contact:old)", "write `hub`");
    assert!(old.contains("01632 960123"));
    assert_eq!(read("[phone](contact:hub) [text](contact:hub)").facts.contacts, ["hub"]);
}

#[test]
fn files_are_found_and_named() {
    let note = "<span class=\"signpost-elsewhere\">(PDF, 1 KB)</span>";
    check("[Plan](plan.pdf)", &format!("<p><a href=\"/sub/plan.pdf\">Plan {note}</a></p>"));
    check(
        "[PDF plan](/plan.pdf)",
        "<p><a href=\"/sub/plan.pdf\">PDF plan <span class=\"signpost-elsewhere\">(1 KB)</span></a></p>",
    );
    check("[Map](map.svg)", "<p><a href=\"/sub/page/map.svg\">Map</a></p>");
    assert_eq!(check_finding("[S](sums.xlsx)", "private-file", "[S](sums.xlsx)", "PDF"), "<p>S</p>");
    check_finding("[S](draft/secret.pdf)", "private-file", "[S](draft/secret.pdf)", "publish that page");
    check_finding("[S](data/contacts.yaml)", "private-file", "[S](data/contacts.yaml)", "another name");
    check_finding("[S](both.svg)", "ambiguous-file", "[S](both.svg)", "`/page/both.svg` or `/both.svg`");
    check_finding("[S](plann.pdf)", "missing-file", "[S](plann.pdf)", "did you mean `/plan.pdf`?");
}

#[test]
fn pictures_have_words_and_sizes() {
    check(
        "![A *map*](map.svg)",
        "<p><img src=\"/sub/page/map.svg\" width=\"64\" height=\"48\" loading=\"lazy\" decoding=\"async\" alt=\"A map\"></p>",
    );
    check(
        "![-](map.svg)",
        "<p><img src=\"/sub/page/map.svg\" width=\"64\" height=\"48\" loading=\"lazy\" decoding=\"async\" alt=\"\"></p>",
    );
    check(
        "![M](map.svg \"Where \\\"we\\\" are\")",
        "<figure><img src=\"/sub/page/map.svg\" width=\"64\" height=\"48\" loading=\"lazy\" decoding=\"async\" alt=\"M\"><figcaption>Where &quot;we&quot; are</figcaption></figure>",
    );
    check(
        "[![Map](map.svg)](breaks.md)",
        "<p><a href=\"/sub/breaks/\"><img src=\"/sub/page/map.svg\" width=\"64\" height=\"48\" loading=\"lazy\" decoding=\"async\" alt=\"Map\"></a></p>",
    );
    check_finding("![](map.svg)", "missing-alt-text", "![](map.svg)", "`![-](map.svg)`");
    check_finding("![x](mapp.svg)", "missing-file", "![x](mapp.svg)", "did you mean `/page/map.svg`?");
    check_finding("![x](https://x.org/a.png)", "picture-elsewhere", "![x](https://x.org/a.png)", "save it");
    check_finding("![x](film.mp4)", "picture-of-another-kind", "![x](film.mp4)", "`!`");
    assert_eq!(read("![A map](map.svg) words").facts.files.len(), 1);
    assert_eq!(read("![A map](map.svg) words").text.sections[0].text, " words");
}

#[test]
fn front_matter_can_ask_for_links_too() {
    let fixture = Fixture::new("page.easy.md", "---\ntitle: Page\n---\n");
    let from = fixture.site.page(fixture.site.by_path["page.easy.md"]);
    let target = |href: &str| resolve_link(&fixture.site, from, href);
    assert_eq!(target("breaks.md"), LinkTarget::Page(fixture.site.by_path["breaks.easy.md"], None));
    assert_eq!(target("plan.pdf"), LinkTarget::File("plan.pdf".into()));
    assert_eq!(target("draft.md"), LinkTarget::Unpublished(fixture.site.by_path["draft.md"]));
    assert_eq!(target("nothing"), LinkTarget::Missing);
}
