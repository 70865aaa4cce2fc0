//! What `serve` adds to pages for the editor: the findings of the page, and a script that loads it again after a
//! change. None of it is in a built site. Script and style are files, as the site's policy allows nothing else.

use super::{Finding, Preview};
use crate::diagnostic::Severity;
use crate::html::escaped;

/// The style of the panel and of the list of all findings.
pub const STYLE: &str = include_str!("panel.css");
/// Loads the page again when something else is shown. A page that cannot be seen waits, as browsers keep few
/// connections to one server.
pub const SCRIPT: &str = include_str!("reload.js");

/// A page with its findings at the end of the body.
pub fn with_panel(page: &[u8], shown: &Preview, address: &str, number: u64) -> Vec<u8> {
    let here: Vec<&Finding> =
        shown.findings.iter().filter(|finding| finding.pages.iter().any(|at| at == address)).collect();
    let added = format!("{}{}", panel(&here, shown), script(number));
    let end = memchr::memmem::rfind(page, b"</body>").unwrap_or(page.len());
    [&page[..end], added.as_bytes(), &page[end..]].concat()
}

fn script(number: u64) -> String {
    format!("<script src=\"/__signpost/reload.js\" data-build=\"{number}\" async></script>")
}

fn panel(here: &[&Finding], shown: &Preview) -> String {
    if shown.findings.is_empty() && shown.trouble.is_none() {
        return String::new();
    }
    let all = shown.findings.len();
    let heading = match here.len() {
        _ if shown.trouble.is_some() => "The site cannot be made".to_owned(),
        0 => "No findings on this page".to_owned(),
        1 => "1 finding on this page".to_owned(),
        count => format!("{count} findings on this page"),
    };
    let open = if here.is_empty() && shown.trouble.is_none() { "" } else { " open" };
    format!(
        "<link rel=\"stylesheet\" href=\"/__signpost/panel.css\">\
         <aside id=\"signpost-serve\" lang=\"en\" dir=\"ltr\" aria-label=\"Findings, shown by signpost serve\">\
         <details{open}><summary>{heading}</summary>{trouble}{list}\
         <p><a href=\"/__signpost/\">All findings of the site ({all})</a></p></details></aside>",
        trouble = trouble(shown),
        list = list(here, None),
    )
}

/// The list of all findings.
pub fn all(shown: &Preview, number: u64) -> String {
    let findings: Vec<&Finding> = shown.findings.iter().collect();
    let words = if findings.is_empty() { "<p>Nothing was found.</p>" } else { "" };
    let body = format!("{}{words}{}", trouble(shown), list(&findings, Some(&shown.base_path)));
    document("Findings", &format!("{body}<p><a href=\"{}\">To the site</a></p>", escaped(&shown.base_path)), number)
}

/// The page for an address that is not there, of a site without such a page. A site of which nothing could be made
/// shows what was found instead.
pub fn missing(shown: &Preview, path: &str, number: u64) -> String {
    if shown.files.is_empty() {
        return all(shown, number);
    }
    let body = format!(
        "{}<p>There is no page at <code>{}</code>.</p><p><a href=\"/__signpost/\">All findings ({})</a></p>",
        trouble(shown),
        escaped(path),
        shown.findings.len()
    );
    document("Page not found", &body, number)
}

fn document(title: &str, body: &str, number: u64) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}: signpost serve</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"stylesheet\" href=\"/__signpost/panel.css\">\
         </head><body class=\"signpost-serve\"><main><h1>{title}</h1>{body}</main>{}</body></html>",
        script(number)
    )
}

fn trouble(shown: &Preview) -> String {
    let said = shown
        .trouble
        .as_ref()
        .map(|trouble| format!("<p>These are the last pages that could be made.</p><pre>{}</pre>", escaped(trouble)));
    said.unwrap_or_default()
}

/// The findings as a list; with a base path, each with links to its pages.
fn list(findings: &[&Finding], base_path: Option<&str>) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let items: String = findings.iter().map(|finding| item(finding, base_path)).collect();
    format!("<ul>{items}</ul>")
}

fn item(finding: &Finding, base_path: Option<&str>) -> String {
    let word = match finding.severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Advice => "Advice",
    };
    let optional = |text: &Option<String>, tag: &str| {
        text.as_ref().map(|text| format!("<br><{tag}>{}</{tag}>", escaped(text))).unwrap_or_default()
    };
    let pages = finding.pages.iter().filter_map(|page| Some(format!("{}{page}", base_path?.trim_end_matches('/'))));
    let links: String = pages.map(|page| format!("<br><a href=\"{0}\">{0}</a>", escaped(&page))).collect();
    format!(
        "<li class=\"{}\"><strong>{word}:</strong> {} <small>({})</small>{}{}{links}</li>",
        finding.severity.word(),
        escaped(&finding.message),
        escaped(&finding.rule),
        optional(&finding.place, "code"),
        optional(&finding.help, "span"),
    )
}
