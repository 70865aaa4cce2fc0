//! What holds for any text, any name and any front matter, and for every page of the demonstration site.
//!
//! The cases come from fixed seeds, so that a failure is the same tomorrow; the smallest case is printed with it.

mod texts;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use signpost::diagnostic::Severity;
use signpost::edit::{mended, mends};
use signpost::model::{Details, Form, Kind, Page, Site, Status, slug};
use signpost::project::{Options, Project};
use signpost::render::{Cards, Engine};
use signpost::source::FileId;
use signpost::{check, index, load, post, render};

use crate::harness::{Files, Made, build_with, demonstration, demonstration_made, files, open};
use crate::outline::words;
use texts::{any_front_matter, any_markdown, any_path, good_markdown};

const SETTINGS: &str = "title = \"Carers\"\nbase_url = \"https://carers.example/\"\nlanguages = [\"en\", \"pl\"]\n\
                        [build]\nstop_on = \"broken\"\n[help]\nphone = \"01632 960000\"\n\
                        [taxonomies.topics]\ntitle = \"Topics\"\n";

fn seeded(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(20_261_122),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

// ---- Any HTML ----

proptest! {
    #![proptest_config(seeded(512))]

    /// Any text can be looked at as a page, and what is found lies in it.
    #[test]
    fn any_html_can_be_checked(
        html in r"(<(a|b|p|li|ul|td|th|tr|table|div|svg|title|style|script|label|input|button|img|h1|main|select|option|template|iframe|object|dialog|figure|summary|details|é)( (id=a|for=a|href|href=/|role=(list|none|button|row|cell|heading|x)|aria-(label=é|labelledby=a|owns=a|hidden=true|level=x|é)|alt|alt=''|tabindex=(0|-1|9)|style='(display:none|letter-spacing:0!important|:|;)'|headers=a|aaaaéaaaaa=1|éééééé|lang=(é|en|xx)|colspan=9|rowspan=0|hidden)){0,3}>|</(a|b|p|ul|table|svg|style|template|select)>|<!--|-->|é|a|\x00|<|>|&|'|\{|p \{display:none\}){0,40}",
    ) {
        let addresses = check::Addresses::of_folder(std::iter::once("a.html"), None);
        for finding in check::file(&html, "a.html", FileId(0), &addresses).0 {
            prop_assert_ne!(finding.rule, "internal-error", "{}", finding.message);
            let span = finding.span.expect("it has a place");
            let range = span.start as usize..span.end as usize;
            prop_assert!(html.get(range).is_some(), "{}: {:?} lies not in {html:?}", finding.rule, finding.span);
        }
    }
}

// ---- Reading ----

proptest! {
    #![proptest_config(seeded(256))]

    #[test]
    fn splitting_front_matter_loses_no_byte(
        bom in proptest::bool::ANY,
        parts in proptest::collection::vec(proptest::sample::select(&["---", "--- ", "---\t", "----", " ---", "title: x", "a", "", "é: ż"][..]), 0..8),
        ending in proptest::sample::select(&["\n", "\r\n"][..]),
        tail in "\\PC{0,6}",
    ) {
        let text = format!("{}{}{tail}", if bom { "\u{feff}" } else { "" }, parts.iter().map(|part| format!("{part}{ending}")).collect::<String>());
        let mut found = Vec::new();
        match load::front_matter(FileId(0), text.as_bytes(), &mut found) {
            None => prop_assert!(found.iter().any(|finding| finding.always_stops), "{text:?} was dropped without a word"),
            Some(front) => {
                let end = front.start + front.text.len();
                prop_assert_eq!(&text[front.start..end], &front.text);
                // Empty lines above the first fence are passed over.
                let before = text[..front.start].trim_start_matches('\u{feff}').trim();
                let between = text[end..front.body].trim_end();
                prop_assert!(matches!((before, between), ("", "") | ("---", "---")), "{text:?}: {before:?} {between:?}");
                prop_assert_eq!(before.is_empty(), front.text.is_empty() && between.is_empty());
            }
        }
    }

    #[test]
    fn a_slug_of_a_slug_is_itself(name in "\\PC{0,24}") {
        let once = slug(&name);
        prop_assert_eq!(slug(&once), once.clone());
        prop_assert!(once.chars().all(|letter| letter.is_alphanumeric() || letter == '-'), "{once:?}");
        prop_assert!(!once.starts_with('-') && !once.ends_with('-'));
        prop_assert_eq!(once.to_lowercase(), once, "two that differ in case must be one");
    }
}

/// A small site whose page `page.md` stands in for the texts of the tests.
fn small() -> Files {
    files(&[
        ("site.toml", SETTINGS),
        ("content/page.md", "---\ntitle: Page\n---\n"),
        ("content/page.easy.md", "---\ntitle: Page\n---\n"),
        ("content/guides/_index.md", "---\ntitle: Guides\n---\n"),
        ("content/glossary/_index.md", "---\ntitle: Glossary\ntype: glossary\n---\n"),
        ("content/glossary/break.md", "---\ntitle: Break\nsynonyms: [rest, GP]\n---\nTime for yourself.\n"),
        ("content/x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"/>"),
        ("content/data/contacts.yaml", "hub: { phone: 01632 960123 }\n"),
    ])
}

#[test]
fn any_markdown_is_read_and_gives_safe_html() {
    let project = open(&small());
    let maker = Maker::new(&project);
    let site = project.site();
    proptest!(seeded(300), |(text in any_markdown())| {
        for path in ["page.md", "page.easy.md"] {
            let mut page = site.page(site.by_path[path]).clone();
            page.origin.as_mut().expect("it has a file").body = 0;
            let (html, _) = maker.page(&page, &text).map_err(TestCaseError::fail)?;
            let (minified, _) = post::minify(&html, true);
            let found: Vec<String> = post::safety(minified.as_bytes(), &page, site).into_iter().map(|finding| finding.message).collect();
            prop_assert!(found.is_empty(), "{path}: {found:?}");
            prop_assert!(project.check_page(path, &text).len() < 100_000);
        }
    });
}

#[test]
fn any_front_matter_makes_a_site_or_findings() {
    proptest!(seeded(24), |(fronts in proptest::collection::vec(any_front_matter(), 12), paths in proptest::collection::vec(any_path(), 12))| {
        let mut sources = small();
        for (number, front) in fronts.iter().enumerate() {
            sources.insert(format!("content/guides/page-{number}.md"), format!("---\n{front}\n---\nWords.\n").into_bytes());
            sources.insert(format!("content/{}", paths[number]), format!("---\n{front}\n---\n[x](page.md) ![x](x.svg)\n").into_bytes());
        }
        let made = build_with(&sources, Options { preview: true, threads: 1, ..Options::default() });
        prop_assert_eq!(&made.failure, &None);
        let broken: Vec<&str> = made.rules().into_iter().filter(|rule| *rule == "internal-error").collect();
        prop_assert!(broken.is_empty(), "{}", made.said);
        let (project, _) = made.inside.as_ref().expect("front matter does not keep a site from being opened");
        addresses_are_unique(project.site())?;
        paths_stay_inside(&made)?;
    });
}

/// Lines with slips that can be mended, and what lies near them.
fn slips() -> impl Strategy<Value = String> {
    let lines = [
        "##Money",
        "####żółw",
        "## Right",
        "• one",
        "•\ttwo words",
        "  ◦ three words",
        "– a dash",
        "[a] (/b/)",
        "x [a] (/b/) [c] (/d/)",
        "• [a] (/b/)",
        "[a](/b/)",
        "```",
        "::: steps",
        ":::",
        "",
        "Words.",
        "> ##Not",
        "    ##Code",
        "\\[a] (/b/)",
        "`[a] (/b/)`",
    ];
    let line = proptest::sample::select(lines.to_vec());
    proptest::collection::vec((line, proptest::sample::select(&["\n", "\r\n"][..])), 0..14)
        .prop_map(|lines| lines.into_iter().flat_map(|(line, end)| [line, end]).collect())
}

#[test]
fn mending_ends_and_doing_it_again_changes_nothing() {
    let (project, path) = (open(&small()), "page.md");
    let mended = |text: &str| {
        let found = project.check_page(path, text);
        mends(&found).values().next().map(|fixes| mended(text, fixes))
    };
    proptest!(seeded(300), |(body in slips())| {
        let mut text = format!("---\ntitle: A\n---\n{body}");
        let mut rounds = 0;
        while let Some(next) = mended(&text) {
            prop_assert!(next != text, "a mend that changes nothing: {text:?}");
            text = next;
            rounds += 1;
            prop_assert!(rounds <= 5, "it does not end: {body:?} is {text:?} by now");
        }
        let words = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
        prop_assert!(words(&text).ends_with(&words(&body)), "a word was lost: {body:?} became {text:?}");
    });
}

fn addresses_are_unique(site: &Site) -> Result<(), TestCaseError> {
    let mut seen = BTreeSet::new();
    for page in &site.pages {
        prop_assert!(seen.insert(page.address.to_lowercase()), "two pages have the address {}", page.address);
        prop_assert!(page.address.starts_with('/') && page.address.ends_with('/'), "{}", page.address);
    }
    Ok(())
}

/// The sink refuses what leaves the output; here it must not even be asked.
fn paths_stay_inside(made: &Made) -> Result<(), TestCaseError> {
    let mut seen = BTreeMap::new();
    for path in made.files.keys() {
        let is_inside = path.split('/').all(|part| !matches!(part, "" | "." | "..")) && !path.contains('\\');
        prop_assert!(is_inside && !path.chars().any(char::is_control), "{path:?}");
        // Disks that do not tell small letters from capitals hold one of the two.
        if let Some(other) = seen.insert(path.to_lowercase(), path) {
            return Err(TestCaseError::fail(format!("{path} and {other} differ in capitals alone")));
        }
    }
    Ok(())
}

// ---- Finishing ----

/// Makes pages as `project` does, but stops before they are made smaller.
struct Maker<'a> {
    project: &'a Project,
    engine: Engine,
    cards: Cards,
    context: post::Context,
}

impl<'a> Maker<'a> {
    fn new(project: &'a Project) -> Self {
        let (site, theme) = (project.site(), project.theme());
        let mut found = Vec::new();
        let bundle = render::bundle(theme, &site.settings, &mut found);
        let engine = Engine::new(theme, &site.settings, bundle, &mut found).expect("the built-in theme can be used");
        let listed = site.lists.values().flat_map(|list| &list.groups).flat_map(|group| &group.items);
        let card = |id| Some(engine.bundle().finished(engine.card(site, site.page(id), 0).ok()?));
        let cards = Cards::new(listed.filter_map(|id| Some((*id, card(*id)?))));
        Self { project, engine, cards, context: post::Context::new(site) }
    }

    /// A page's HTML with its marks taken off, and whether it holds HTML by hand.
    fn page(&self, page: &Page, text: &str) -> Result<(String, bool), String> {
        let (site, theme) = (self.project.site(), self.project.theme());
        let parsed = load::parse(page, text, site, theme);
        let html = self.engine.page(site, page, &parsed.tree, &parsed.facts, &self.cards, None);
        let html = match html {
            Ok(html) => html,
            // What was written wrong was told by the reader; a template that falls over it is `rules`' matter.
            Err(_) if !parsed.diagnostics.is_empty() => return Ok((String::new(), false)),
            Err(diagnostic) => return Err(format!("{}: {}", page.address, diagnostic.message)),
        };
        let posted = post::page(&html, page, site, &self.context);
        let again = post::page(&posted.html, page, site, &self.context);
        if again.html != posted.html {
            return Err(format!(
                "{}: a second pass changes\n{}",
                page.address,
                first_difference(&posted.html, &again.html)
            ));
        }
        let words = check::Words { facts: &parsed.facts, text: &parsed.text, prose: &parsed.prose };
        for finding in check::page(page, words, &check::Gathered::of(site), site) {
            check_span(&finding, text)?;
        }
        Ok((post::unmark(posted.html), parsed.tree.has_raw_html))
    }
}

/// Fails where a finding points outside its page's text, or into the middle of a letter.
fn check_span(finding: &signpost::diagnostic::Diagnostic, text: &str) -> Result<(), String> {
    let Some(span) = finding.span else { return Ok(()) };
    let range = span.start as usize..span.end as usize;
    match text.get(range.clone()) {
        Some(_) => Ok(()),
        None => Err(format!("{} points at {range:?} of {} bytes: {}", finding.rule, text.len(), finding.message)),
    }
}

/// Where two texts begin to differ, with a little of what is around.
fn first_difference(a: &str, b: &str) -> String {
    let at = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let shown = |text: &str| {
        text.chars().skip(text[..floor(text, at)].chars().count().saturating_sub(40)).take(120).collect::<String>()
    };
    format!("- {}\n+ {}", shown(a), shown(b))
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// A page in words as a browser shows them, before and after it is made smaller.
fn keeps_words(address: &str, html: &str, is_checked: bool) -> Result<(), String> {
    let (minified, _) = post::minify(html, is_checked);
    let (before, after) = (words(html), words(&minified));
    if before == after {
        return Ok(());
    }
    let at = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let near = |words: &[String]| words[at.saturating_sub(2)..(at + 4).min(words.len())].join(" ");
    Err(format!("{address}: \"{}\" became \"{}\"", near(&before), near(&after)))
}

#[test]
fn minifying_and_a_second_pass_change_nothing_that_is_read_on_made_up_pages() {
    let project = open(&small());
    let maker = Maker::new(&project);
    let site = project.site();
    proptest!(seeded(64), |(text in good_markdown())| {
        let mut page = site.page(site.by_path["page.md"]).clone();
        page.origin.as_mut().expect("it has a file").body = 0;
        let (html, _) = maker.page(&page, &text).map_err(TestCaseError::fail)?;
        // Without the comparison that the program makes on such pages, so that this one is made alone.
        keeps_words(&page.address, &html, false).map_err(TestCaseError::fail)?;
    });
}

#[test]
fn minifying_and_a_second_pass_change_nothing_that_is_read_on_the_demonstration_site() {
    let sources = demonstration();
    let project = open(&sources);
    let maker = Maker::new(&project);
    let mut told = Vec::new();
    for page in project.site().public_pages() {
        let path = page.origin.as_ref().map(|origin| format!("content/{}", origin.path));
        let text = path.map_or(String::new(), |path| String::from_utf8(sources[&path].clone()).expect("it is text"));
        let kept = maker.page(page, &text).and_then(|(html, _)| keeps_words(&page.address, &html, false));
        told.extend(kept.err());
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}

// ---- The demonstration site as a whole ----

#[test]
fn one_thread_or_many_the_bytes_are_the_same() {
    let sources = demonstration();
    let with = |threads| build_with(&sources, Options { threads, keep_going: true, ..Options::default() });
    let (one, four) = (with(1), with(4));
    assert_eq!(one.said, four.said);
    assert!(one.is_made, "{}", one.said);
    let names = |made: &Made| made.files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&one), names(&four));
    let differ: Vec<&String> = one.files.keys().filter(|path| one.files[*path] != four.files[*path]).collect();
    assert!(differ.is_empty(), "these differ: {differ:?}");
}

#[test]
fn the_demonstration_site_has_no_findings_and_stays_in_its_folder() {
    let made = demonstration_made();
    // Nobody has tried its Easy Read, and of some national lines no other way is known: both are true, and advice.
    const TRUE: [&str; 3] = ["missing-easy-read", "not-checked-with-people", "voice-only-contact"];
    let other =
        made.diagnostics.iter().filter(|finding| finding.severity > Severity::Advice || !TRUE.contains(&finding.rule));
    assert!(other.count() == 0 && made.is_made, "{}", made.said);
    let (project, _) = made.inside.as_ref().expect("it was opened");
    addresses_are_unique(project.site()).and_then(|()| paths_stay_inside(made)).expect("addresses and paths are good");
}

#[test]
fn every_word_of_a_title_finds_its_page() {
    let made = demonstration_made();
    let (project, report) = made.inside.as_ref().expect("it was opened");
    let (site, built) = (project.site(), report.index.as_ref().expect("there is an index"));
    let mut missing = Vec::new();
    // A service that has ended is found by nobody who searches for help.
    let has_ended = |page: &Page| matches!(&page.details, Details::Service(service) if service.status == Status::Ended);
    let is_found = |page: &&Page| {
        page.is_listed()
            && page.origin.is_some()
            && page.part == 1
            && page.variant.form == Form::Standard
            && page.kind == Kind::Content
            && !has_ended(page)
    };
    for page in site.public_pages().filter(is_found) {
        let language = page.variant.language;
        let mut known = 0;
        for word in page.common.title.split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '’')
        {
            let answer = index::ask(built, site, language, word, site.pages.len());
            // Words such as "the" carry no meaning, and are asked for by nobody.
            let is_empty_word = answer.hits.is_empty() && answer.unknown.is_empty();
            known += usize::from(!is_empty_word);
            if !is_empty_word && !answer.hits.iter().any(|hit| hit.page == page.id) {
                missing.push(format!("\"{word}\" does not find {}", page.address));
            }
        }
        if known == 0 {
            missing.push(format!("no word of \"{}\" finds {}", page.common.title, page.address));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
