//! A report for those who answer for a site: one HTML file that says what is overdue and whose it is, what fails and on
//! which page, what has no Easy Read, and what was allowed and why. It needs no script and nothing from elsewhere.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Place, Tally};
use crate::diagnostic::{Diagnostic, Severity};
use crate::html::escaped;

/// What the report says of a site besides its findings. All of it in words, as readers see it.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// The site's name.
    pub site: String,
    /// The day of the report, such as `22 November 2026`.
    pub day: String,
    /// How many pages are published.
    pub pages: usize,
    /// How many rules looked.
    pub rules: usize,
    /// What is due to be checked, by owner.
    pub owners: Vec<OwnerPages>,
    /// How many pages for everyone could have an Easy Read one, and how many have.
    pub easy_read: (usize, usize),
    /// Those that have none.
    pub without_easy_read: Vec<PageName>,
    /// The titles of pages by the path of their file.
    pub titles: BTreeMap<String, String>,
}

/// The pages of one owner that somebody should check.
#[derive(Clone, Debug, Default)]
pub struct OwnerPages {
    /// The role; empty where nobody is named.
    pub owner: String,
    /// Their pages, the longest overdue first.
    pub pages: Vec<Late>,
}

/// A page that was due to be checked, or soon is.
#[derive(Clone, Debug, Default)]
pub struct Late {
    /// The page.
    pub page: PageName,
    /// The day, such as `1 March 2026`.
    pub due: String,
    /// How many days ago that was; none and less for days to come.
    pub days: i64,
}

/// A page as a report names it.
#[derive(Clone, Debug, Default)]
pub struct PageName {
    /// Its title.
    pub title: String,
    /// Its file.
    pub path: String,
    /// What kind of page it is.
    pub kind: String,
}

/// The most findings that are told of one page; nobody reads on.
const MOST: usize = 100;

/// Dark words on light ground and the other way round, one column, nothing that moves.
const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:1.125rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#111;background:#fff}\
h1{font-size:1.75rem;line-height:1.2}h2{font-size:1.375rem;margin-top:2.5rem}h3{font-size:1.125rem;margin-top:1.5rem}\
a{color:#00489c}\
:focus-visible{outline:3px solid #00489c;outline-offset:2px}\
.scroll{overflow-x:auto}\
table{border-collapse:collapse;width:100%}\
caption{text-align:start;font-weight:700;padding:.5rem 0}\
th,td{text-align:start;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid #767676}\
code{overflow-wrap:anywhere}\
.help{display:block}\
@media (prefers-color-scheme:dark){body{color:#f2f2f2;background:#16191d}a{color:#9cc8ff}\
:focus-visible{outline-color:#9cc8ff}th,td{border-color:#8b949e}}\
@media print{.scroll{overflow:visible}tr{break-inside:avoid}}";

/// Writes the report.
pub fn html(overview: &Overview, placed: &[(&Diagnostic, Option<Place>)]) -> String {
    let site = escape(&overview.site);
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <title>What Signpost found in {site}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>What Signpost found in {site}</h1>\n"
    );
    opening(&mut page, overview, placed);
    owners(&mut page, overview);
    findings(&mut page, overview, placed);
    easy_read(&mut page, overview);
    allowed(&mut page, placed);
    page.push_str(
        "<h2>What this report cannot say</h2>\n<p>A program finds a part of what shuts people out. Whether a page is \
         true, kind and clear only people can tell: ask carers, Deaf people and people with a learning disability to \
         try it.</p>\n</main>\n</body>\n</html>\n",
    );
    page
}

/// Words on a page: nothing an author wrote becomes an element.
fn escape(text: &str) -> String {
    escaped(&text.replace(char::is_control, " "))
}

/// Words in which backticks mark what is written in a file.
fn prose(text: &str) -> String {
    let pieces: Vec<String> = text.split('`').map(escape).collect();
    if pieces.len().is_multiple_of(2) {
        return escape(text);
    }
    pieces
        .chunks(2)
        .map(|pair| match pair {
            [words, code] => format!("{words}<code>{code}</code>"),
            words => words.concat(),
        })
        .collect()
}

fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}

fn opening(page: &mut String, overview: &Overview, placed: &[(&Diagnostic, Option<Place>)]) {
    let all: Vec<Diagnostic> = placed.iter().map(|(diagnostic, _)| (*diagnostic).clone()).collect();
    let tally = Tally::of(&all);
    let verdict = match tally.errors {
        0 => "Nothing that was found keeps the site from being published.".to_owned(),
        count => format!("{} must be mended before the site can be published.", counted(count, "thing", "things")),
    };
    let overdue: usize = overview.owners.iter().flat_map(|owner| &owner.pages).filter(|page| page.days > 0).count();
    let allowed = placed.iter().filter(|(diagnostic, _)| diagnostic.allowed.is_some()).count();
    let (could, have) = overview.easy_read;
    let rows = [
        ("overdue", format!("{} overdue to be checked", counted(overdue, "page is", "pages are"))),
        ("findings", format!("{tally}")),
        ("easy-read", format!("{have} of {could} pages have an Easy Read page")),
        ("allowed", format!("{} allowed, with a reason", counted(allowed, "finding is", "findings are"))),
    ];
    let pages = counted(overview.pages, "page", "pages");
    let _ = write!(
        page,
        "<p>Made on {}. {} rules looked at {pages}.</p>\n<p><strong>{verdict}</strong></p>\n<ul>\n",
        escape(&overview.day),
        overview.rules,
    );
    for (id, words) in rows {
        let _ = writeln!(page, "<li><a href=\"#{id}\">{words}</a></li>");
    }
    page.push_str("</ul>\n");
}

/// A table in a region that scrolls by itself on narrow screens, and can be reached with the keyboard.
fn table(page: &mut String, id: &str, caption: &str, heads: &[&str], rows: &[Vec<String>]) {
    let _ = write!(
        page,
        "<div class=\"scroll\" role=\"region\" aria-labelledby=\"{id}\" tabindex=\"0\">\n<table>\n\
         <caption id=\"{id}\">{caption}</caption>\n<thead>\n<tr>"
    );
    for head in heads {
        let _ = write!(page, "<th scope=\"col\">{head}</th>");
    }
    page.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in rows {
        page.push_str("<tr>");
        for (at, cell) in row.iter().enumerate() {
            let _ = match at {
                0 => write!(page, "<th scope=\"row\">{cell}</th>"),
                _ => write!(page, "<td>{cell}</td>"),
            };
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n</div>\n");
}

fn owners(page: &mut String, overview: &Overview) {
    page.push_str("<h2 id=\"overdue\">What is due to be checked, by owner</h2>\n");
    if overview.owners.is_empty() {
        page.push_str("<p>Nothing is overdue, and nothing is due in the next 30 days.</p>\n");
    }
    for (number, owner) in overview.owners.iter().enumerate() {
        let name = if owner.owner.is_empty() { "Nobody is named".to_owned() } else { escape(&owner.owner) };
        let late = owner.pages.iter().filter(|page| page.days > 0).count();
        let rows: Vec<Vec<String>> = owner
            .pages
            .iter()
            .map(|late| {
                let days = usize::try_from(late.days.abs()).unwrap_or(usize::MAX);
                let when = match late.days {
                    0 => "due today".to_owned(),
                    1.. => format!("{} overdue", counted(days, "day", "days")),
                    _ => format!("due in {}", counted(days, "day", "days")),
                };
                vec![named(&late.page), escape(&late.due), when]
            })
            .collect();
        let caption = format!("{name}: {late} overdue, {} soon", owner.pages.len() - late);
        table(page, &format!("owner-{}", number + 1), &caption, &["Page", "Due on", "How late"], &rows);
    }
}

fn named(page: &PageName) -> String {
    format!("{}<br><code>{}</code>", escape(&page.title), escape(&page.path))
}

fn findings(page: &mut String, overview: &Overview, placed: &[(&Diagnostic, Option<Place>)]) {
    page.push_str("<h2 id=\"findings\">What was found, by page</h2>\n");
    let mut by_page: BTreeMap<&str, Vec<(&Diagnostic, Option<&Place>)>> = BTreeMap::new();
    for (diagnostic, place) in placed.iter().filter(|(diagnostic, _)| diagnostic.allowed.is_none()) {
        by_page.entry(place.as_ref().map_or("", |place| &place.path)).or_default().push((diagnostic, place.as_ref()));
    }
    if by_page.is_empty() {
        page.push_str("<p>Nothing was found.</p>\n");
        return;
    }
    let mut pages: Vec<_> = by_page.into_iter().collect();
    // The page with the most errors comes first, then the one with the most warnings.
    let count = |found: &[(&Diagnostic, Option<&Place>)], severity| {
        found.iter().filter(|(diagnostic, _)| diagnostic.severity == severity).count()
    };
    pages.sort_by_key(|(_, found)| {
        std::cmp::Reverse([Severity::Error, Severity::Warning, Severity::Advice].map(|severity| count(found, severity)))
    });
    for (number, (path, mut found)) in pages.into_iter().enumerate() {
        let title = match overview.titles.get(path) {
            Some(title) => format!("{} (<code>{}</code>)", escape(title), escape(path)),
            None if path.is_empty() => "The site as a whole".to_owned(),
            None => format!("<code>{}</code>", escape(path)),
        };
        found.sort_by_key(|(diagnostic, _)| std::cmp::Reverse(diagnostic.severity));
        let more = found.len().saturating_sub(MOST);
        let rows: Vec<Vec<String>> =
            found.iter().take(MOST).map(|(diagnostic, place)| row(diagnostic, *place)).collect();
        table(page, &format!("page-{}", number + 1), &title, &["Level", "Line", "What, and how to mend it"], &rows);
        if more > 0 {
            let _ = writeln!(page, "<p>And {more} more on this page.</p>");
        }
    }
}

fn row(diagnostic: &Diagnostic, place: Option<&Place>) -> Vec<String> {
    let line = place.and_then(|place| place.start).map_or(String::new(), |(line, _)| line.to_string());
    let mut words = prose(&diagnostic.message);
    if diagnostic.count > 1 {
        let _ = write!(words, " (in {} places)", diagnostic.count);
    }
    if let Some(help) = &diagnostic.help {
        let _ = write!(words, "<span class=\"help\">{}</span>", prose(help));
    }
    let _ = write!(words, " <code>{}</code>", diagnostic.rule);
    vec![diagnostic.severity.word().to_owned(), line, words]
}

fn easy_read(page: &mut String, overview: &Overview) {
    page.push_str("<h2 id=\"easy-read\">Pages without Easy Read</h2>\n");
    if overview.without_easy_read.is_empty() {
        page.push_str("<p>Every page has one.</p>\n");
        return;
    }
    let rows: Vec<Vec<String>> =
        overview.without_easy_read.iter().map(|page| vec![named(page), escape(&page.kind)]).collect();
    let (could, have) = overview.easy_read;
    let caption = format!("{} of {could} pages", could - have);
    table(page, "without-easy-read", &caption, &["Page", "Kind"], &rows);
}

fn allowed(page: &mut String, placed: &[(&Diagnostic, Option<Place>)]) {
    page.push_str("<h2 id=\"allowed\">What is allowed, and why</h2>\n");
    let rows: Vec<Vec<String>> = placed
        .iter()
        .filter_map(|(diagnostic, place)| {
            let reason = diagnostic.allowed.as_ref()?;
            let place = place.as_ref().map_or(String::new(), |place| match place.start {
                Some((line, _)) => format!("{}, line {line}", place.path),
                None => place.path.clone(),
            });
            let what = format!("{} <code>{}</code>", prose(&diagnostic.message), diagnostic.rule);
            Some(vec![what, format!("<code>{}</code>", escape(&place)), escape(reason)])
        })
        .collect();
    match rows.len() {
        0 => page.push_str("<p>Nothing is.</p>\n"),
        count => {
            let caption = counted(count, "finding that an editor allowed", "findings that editors allowed");
            table(page, "allowed-findings", &caption, &["What was found", "Where", "Why it is allowed"], &rows);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::Document;

    fn report() -> String {
        let overview = Overview {
            site: "Carers <in> Mereshire & beyond".into(),
            day: "22 November 2026".into(),
            pages: 3,
            rules: 100,
            owners: vec![OwnerPages {
                owner: "Carers team".into(),
                pages: vec![Late {
                    page: PageName {
                        title: "Taxi <card>".into(),
                        path: "content/taxi.md".into(),
                        kind: "service".into(),
                    },
                    due: "1 November 2026".into(),
                    days: 21,
                }],
            }],
            easy_read: (3, 2),
            without_easy_read: vec![PageName {
                title: "Taxi".into(),
                path: "content/taxi.md".into(),
                kind: "service".into(),
            }],
            titles: BTreeMap::from([("content/taxi.md".to_owned(), "Taxi <card>".to_owned())]),
        };
        let place =
            Some(Place { path: "content/taxi.md".into(), start: Some((4, 1)), end: Some((4, 9)), excerpt: None });
        let found = [
            Diagnostic::warning("long-sentence", "this sentence has 40 words"),
            Diagnostic::error("raw-script", "`<script>` is left out").help("take `<script>` away"),
            Diagnostic {
                allowed: Some("the law's <own> words".into()),
                ..Diagnostic::warning("idiom", "\"a\" is an idiom")
            },
        ];
        let placed: Vec<_> = found.iter().map(|found| (found, place.clone())).collect();
        html(&overview, &placed)
    }

    #[test]
    fn it_says_what_is_late_what_fails_and_what_is_allowed() {
        let page = report();
        for words in [
            "1 thing must be mended",
            "1 page is overdue",
            "2 of 3 pages have an Easy Read page",
            "Carers team: 1 overdue, 0 soon",
            "21 days overdue",
            "<code>&lt;script&gt;</code> is left out",
            "the law's &lt;own&gt; words",
            "Taxi &lt;card&gt;",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        let (error, warning) = (page.find(">error<"), page.find(">warning<"));
        assert!(error.is_some() && error < warning, "the worst comes first");
        assert!(!page.contains("<script") && !page.contains("http"), "it asks for nothing");
    }

    #[test]
    fn it_is_one_whole_page_whose_tables_have_heads_and_whose_links_lead_somewhere() {
        let page = report();
        let document = Document::parse(&page);
        assert_eq!(document.named("h1").count(), 1);
        assert_eq!(document.named("main").count(), 1);
        let ids: Vec<String> =
            document.elements().filter_map(|element| Some(element.attribute("id")?.into_owned())).collect();
        for link in document.named("a") {
            let target = link.attribute("href").expect("it leads somewhere").trim_start_matches('#').to_owned();
            assert!(ids.contains(&target), "{target}");
        }
        assert!(document.named("table").count() == 4 && document.named("caption").count() == 4);
        assert!(document.named("th").all(|head| head.attribute("scope").is_some()));
    }

    #[test]
    fn a_site_without_findings_says_so() {
        let page = html(&Overview { site: "Carers".into(), ..Overview::default() }, &[]);
        for words in [
            "Nothing that was found keeps",
            "Nothing is overdue",
            "Nothing was found.",
            "Every page has one.",
            "Nothing is.</p>",
        ] {
            assert!(page.contains(words), "{words}");
        }
    }
}
