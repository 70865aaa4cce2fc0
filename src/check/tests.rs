//! Tests of rules over small sites and pieces of HTML.

use super::*;
use crate::config::{RuleSetting, Settings};
use crate::model::{Form, Heading, LinkUse, PageId, sample};
use crate::source::{FileId, Span};

#[test]
fn every_rule_has_its_manual() {
    for rule in RULES {
        let manual = rule.manual();
        let mut is_code = false;
        let mut headings = Vec::new();
        for line in manual.lines() {
            is_code ^= line.starts_with("```");
            headings.extend(line.strip_prefix("# ").filter(|_| !is_code));
        }
        assert_eq!(headings, HEADINGS, "{}", rule.name);
        assert!(!is_code, "{} leaves an example open", rule.name);
        assert!(rule.summary().ends_with('.'), "{}", rule.name);
        assert!(manual.matches("```").count() >= 4, "{} shows no example", rule.name);
        assert!(!rule.is_dated || rule.severity < Severity::Error, "{} would stop a build by date alone", rule.name);
    }
}

#[test]
fn names_are_unique_and_sorted() {
    let names = names();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(names, sorted);
    assert!(
        names
            .iter()
            .all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'))
    );
}

/// Looks at a page's HTML, and shows each finding as its rule, its message and its place.
fn look(body: &str) -> Vec<String> {
    let site = sample::site("", vec![sample::page("/a/", "A"), sample::page("/b/", "B")]);
    let page = format!("<!doctype html><html lang=en><head><title>A</title></head><body><main><h1>A</h1>{body}</main>");
    let theme = Theme::default();
    let looked = html(&page, &site.pages[0], &Whole::new(&site, &theme));
    looked.found.into_iter().map(|finding| show(&finding)).collect()
}

fn show(finding: &Diagnostic) -> String {
    let place = finding.span.map_or(String::new(), |span| format!(" @{}-{}", span.start, span.end));
    format!("{}: {}{place}", finding.rule, finding.message)
}

#[test]
fn a_good_page_has_no_findings() {
    let good = "<div class=signpost-prose><h2 id=x>Breaks</h2><p>See <a href=/b/>the breaks you can get</a>, <a href=#x>above</a> \
                or <a href='tel:+441632960123'>01632 960 123</a>.</p><img src=a.png alt=''><img src=b.png alt='A hub'>\
                <table><thead><tr><td></td><th>Day</th></tr></thead><tr><th>Tea</th><td>Monday</td></tr></table><label>Name <input></label>\
                <label for=q>Search</label><input id=q><input type=hidden><a href=/c.png><img src=c.png alt='Our hub'></a>\
                <button aria-label=Close></button><a name=old></a></div>";
    assert_eq!(look(good), Vec::<String>::new());
}

#[test]
fn html_rules_find_what_they_are_for() {
    let check = |body: &str, expected: &str| assert_eq!(look(body).join("; "), expected, "{body}");
    check("<h2 data-sp=\"5-9\"> </h2>", "empty-heading: heading has no words @5-9");
    check("<h3 data-sp=\"5-9\">x</h3>", "skipped-heading-level: this heading jumps from level 1 to 3 @5-9");
    check("<h2>a</h2><h4>b</h4>", "skipped-heading-level: this heading jumps from level 2 to 4 @0-0");
    check("<p data-sp=\"5-9\"><img src=x></p>", "missing-alt-text: image has no text alternative @5-9");
    check("<img alt='IMG_1.jpg'>", "weak-alt-text: text alternative `IMG_1.jpg` is a file name @0-0");
    check(
        "<figure><img alt='Our hub'><figcaption>our hub</figcaption></figure>",
        "weak-alt-text: text alternative repeats the words beside the picture @0-0",
    );
    check("<a href=/b/>Click here!</a>", "vague-link-text: link text \"Click here!\" does not say where it goes @0-0");
    check("<a href=/b/ aria-label='More about breaks'>More</a>", "");
    check("<a href=/b/></a>", "unnamed-link: link has no words @0-0");
    check("<a href=/bb/>The hub</a>", "broken-link: there is no page at `/bb/` @0-0");
    check("<a href=/bb/ data-sp=\"1-2\">The hub</a>", "");
    check("<a href=#y>The hub</a>", "broken-anchor: there is no `#y` on this page @0-0");
    check("<table><tr><td>7pm</table>", "missing-table-header: table has no heading cells @0-0");
    check("<table role=presentation><tr><td>7pm</table>", "");
    check("<p id=x></p><p id=x></p>", "duplicate-id: the id `x` stands on this page twice @0-0");
    check("<input placeholder=Name>", "unlabelled-control: `<input>` has no label but a placeholder @0-0");
    check("<input>", "unlabelled-control: `<input>` has no label @0-0");
    check("<a href='https://x.example' target=_blank>X</a>", "new-window: this link opens a new window @0-0");
}

#[test]
fn a_finding_points_at_what_was_written() {
    let prose = "<div class=signpost-prose><p data-sp=\"10-20\">a</p><table><tr><td>x</table></div>";
    assert!(look(prose)[0].ends_with("@10-20"));
    let site = sample::site("", vec![sample::page("/a/", "A")]);
    let template = "<html lang=en><div data-sp=\"t:themes/signpost/templates/base.html:12\"><h2></h2>";
    let theme = Theme::default();
    let found = html(template, &site.pages[0], &Whole::new(&site, &theme)).found;
    assert_eq!(found[0].notes, ["in the template themes/signpost/templates/base.html, line 12"]);
}

#[test]
fn what_a_template_made_on_many_pages_is_one_finding() {
    let pages = ["/a/", "/b/", "/c/"].map(|address| sample::page(address, "A"));
    let site = sample::site("", pages.to_vec());
    let text = "<p>\n<nav class=\"top\"><a class=\"arm\" href=\"{{ url }}\"></a>";
    let theme = Theme { templates: [("base.html".into(), text.into())].into(), ..Theme::default() };
    let made = "<main><h1>A</h1><nav class=top><a class=arm href=/a/></a></nav></main>";
    let look = |page: &Page| html(made, page, &Whole::new(&site, &theme)).found;
    let mut found: Vec<Diagnostic> = site.pages.iter().flat_map(look).collect();
    gather(&mut found);
    let [one] = &found[..] else { panic!("{found:?}") };
    assert_eq!((one.rule, one.count), ("unnamed-link", 3));
    assert_eq!(one.notes, ["in the template templates/base.html, line 2", "on the page /a/, and on 2 more pages"]);
}

#[test]
fn a_rule_that_fails_is_named_and_the_others_go_on() {
    let mut found = Vec::new();
    let place = Span::whole(FileId(3));
    guarded(RULES[0], Some(place), &mut found, |_| panic!("it fails in a test"));
    guarded(RULES[0], Some(place), &mut found, |found| found.extend((0..250).map(|_| RULES[0].finding("x"))));
    assert_eq!(found[0].message, format!("the rule `{}` failed here", RULES[0].name));
    assert_eq!(found[0].span, Some(place));
    assert_eq!(
        (found.len(), found[100].notes.as_slice()),
        (101, ["and 150 more of this rule here".to_owned()].as_slice())
    );
    guarded(RULES[0], None, &mut found, |found| found.extend((0..250).map(|_| RULES[0].finding("x"))));
    assert_eq!(found.len(), 351, "what is said of the whole site is said whole");
}

#[test]
fn gives_every_id_once() {
    let site = sample::site("", vec![sample::page("/a/", "A")]);
    let theme = Theme::default();
    let page = "<html lang=en><p id=b><p id=a><p id='&amp;'><p id=a>";
    assert_eq!(html(page, &site.pages[0], &Whole::new(&site, &theme)).ids, ["&", "a", "b"]);
}

#[test]
fn the_page_says_its_language() {
    let mut polish = sample::page("/pl/a/", "A");
    polish.variant.language = 1;
    let site = sample::site("", vec![polish]);
    let theme = Theme::default();
    let look = |page: &str| {
        let found = html(page, &site.pages[0], &Whole::new(&site, &theme)).found;
        let own = found.iter().filter(|finding| finding.rule == "missing-lang");
        own.map(show).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(look("<html lang=pl>"), "");
    assert_eq!(look("<html>"), "missing-lang: the page does not say its language @0-0");
    assert_eq!(look("<html lang=en>"), "missing-lang: the page says that its language is `en`, and it is `pl` @0-0");
}

#[test]
fn a_second_title_in_the_text_is_found() {
    let site = sample::site("", vec![sample::page("/a/", "Breaks")]);
    let span = Span { file: FileId(0), start: 3, end: 9 };
    let heading = |level, text: &str| Heading { level, id: String::new(), text: text.into(), span };
    let facts = PageFacts { outline: vec![heading(1, "Breaks"), heading(2, "x")], ..PageFacts::default() };
    let found = page(
        &site.pages[0],
        Words { facts: &facts, text: &PlainText::default(), prose: &Prose::default() },
        &Gathered::of(&site),
        &site,
    );
    assert_eq!(
        found.iter().map(show).collect::<Vec<_>>(),
        ["heading-one-in-body: the page already has a main heading, its title @3-9"]
    );
}

#[test]
fn model_rules_look_at_titles_owners_days_and_numbers() {
    let mut late = sample::page("/a/", "Same");
    late.common.review_by = Some(jiff::civil::date(2026, 10, 31));
    let mut kept = sample::page("/b/", "same");
    kept.common.owner = Some("Carers team".into());
    let mut easy = sample::page("/c/", "Same");
    easy.variant.form = Form::Easy;
    easy.common.owner = Some("Carers team".into());
    let site = sample::site("[help]\nphone = \"01632 96001\"\ntext = \"07700 900000\"\n", vec![late, kept, easy]);
    let found: Vec<String> = model(&site).iter().map(show).collect();
    assert_eq!(
        found,
        [
            "duplicate-title: two pages are both called \"same\" @0-0",
            "impossible-phone: 01632 96001 has too few digits @100-113",
            "missing-owner: nobody is named who keeps this page true @0-0",
            "overdue-review: this page was due to be checked by 2026-10-31 @0-0",
            "untranslated-page: no version in Polski (`pl`): 2 of 2 pages @73-77",
            "untranslated-page: no version in اردو (`ur`): 2 of 2 pages @79-83",
        ]
    );
}

#[test]
fn links_across_pages_are_followed_to_their_heading() {
    let site = sample::site("", vec![sample::page("/a/", "A"), sample::page("/b/", "B")]);
    let link = |fragment: &str| LinkUse { to: PageId(1), fragment: Some(fragment.into()), span: None };
    let a = PageFacts { links: vec![link("costs"), link("cost"), link("")], ..PageFacts::default() };
    let b = PageFacts { ids: vec!["cost".into()], ..PageFacts::default() };
    let found = across(&site, &[a, b]);
    assert_eq!(found.iter().map(show).collect::<Vec<_>>(), ["broken-anchor: there is no `#costs` on /b/"]);
    assert_eq!(found[0].help.as_deref(), Some("did you mean `cost`?"));
}

#[test]
fn a_draft_gives_advice_only() {
    let mut draft = sample::page("/a/", "A");
    draft.publication = Publication::Draft;
    let site = sample::site("", vec![draft]);
    let theme = Theme::default();
    let found = html("<html><img src=x>", &site.pages[0], &Whole::new(&site, &theme)).found;
    assert!(!found.is_empty() && found.iter().all(|finding| finding.severity == Severity::Advice));
}

#[test]
fn a_site_sets_levels_but_not_for_what_always_stops() {
    let with = |text: &str| -> Settings {
        let site = sample::site("", Vec::new());
        let mut settings = (*site.settings).clone();
        let (rule, level) = text.split_once('=').expect("rule=level");
        let level = match level {
            "off" => RuleLevel::Off,
            "error" => RuleLevel::At(Severity::Error),
            _ => RuleLevel::At(Severity::Advice),
        };
        settings.rules.push(RuleSetting { rule: rule.into(), level: Some(level), thresholds: Vec::new() });
        settings
    };
    let after = |settings: &Settings, finding: Diagnostic| {
        level(settings, vec![finding]).first().map(|finding| finding.severity)
    };
    let weak = || Diagnostic::warning("weak-alt-text", "x");
    assert_eq!(after(&with("weak-alt-text=off"), weak()), None);
    assert_eq!(after(&with("weak-alt-text=error"), weak()), Some(Severity::Error));
    assert_eq!(after(&with("other=error"), weak()), Some(Severity::Warning));
    let dated = Diagnostic::warning("overdue-review", "x");
    assert_eq!(after(&with("overdue-review=error"), dated), Some(Severity::Warning));
    let draft = Diagnostic::advice("missing-alt-text", "x");
    assert_eq!(after(&with("missing-alt-text=error"), draft), Some(Severity::Advice));
    let unsafe_html = Diagnostic::error("unsafe-html", "x").always_stops();
    assert_eq!(after(&with("unsafe-html=off"), unsafe_html), Some(Severity::Error));
}

#[test]
fn a_page_that_is_not_read_to_its_end_says_so() {
    let html = "<br>".repeat(crate::html::MOST_NODES + 10);
    let addresses = Addresses::of_folder(std::iter::once("a.html"), None);
    let (found, _) = file(&html, "a.html", FileId(0), &addresses);
    let found: Vec<String> = found.iter().map(show).collect();
    assert_eq!(found, ["oversized-page: this page has more than 2 million elements and texts @0-0"]);
}

#[test]
fn letters_of_names_and_lists_are_gathered_once() {
    let mut site =
        sample::site("[organisation]\nname = \"Carers of DMH and of A&E\"\n", vec![sample::page("/a/", "A")]);
    site.records.words.push(("acronyms".into(), "MCN".into(), String::new()));
    let gathered = Gathered::of(&site);
    assert!(["DMH", "MCN"].iter().all(|letters| gathered.letters.contains(*letters)));
    assert!(!gathered.letters.contains("Carers") && gathered.numbers.is_empty());
}
