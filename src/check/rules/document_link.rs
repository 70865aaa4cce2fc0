//! Documents without what a reader should know before opening one.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::model::MarkKind;

rule! {
    /// # What it does
    /// Reports a link to a document on another site (PDF, Word, Excel, PowerPoint) whose words do not say what it is.
    /// The documents of this site get their type and size from Signpost.
    ///
    /// # Why it matters
    /// A PDF opens badly on an old phone, eats data, and few can be read with a screen reader. Who knows beforehand
    /// can ask for another way.
    /// The Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018; GOV.UK: publish
    /// HTML, not PDF.
    ///
    /// # Example
    /// ```md
    /// [Our leaflet](https://carers.example/leaflet.pdf)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// [Our leaflet (PDF, 240 KB)](https://carers.example/leaflet.pdf), and the same on this page:
    /// ```
    ///
    /// # What it cannot see
    /// Whether the document can be read with a screen reader, and whether the page holds all that is in it.
    "document-link" Warning checks [Page(check)]
}

const KINDS: &[&str] = &["pdf", "doc", "docx", "odt", "xls", "xlsx", "ods", "ppt", "pptx", "odp", "rtf"];

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let prose = context.prose;
    for mark in prose.marks.iter().filter(|mark| mark.kind == MarkKind::Link) {
        let path = mark.target.split(['#', '?']).next().unwrap_or_default();
        let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        if !KINDS.contains(&ending.as_str()) {
            continue;
        }
        let words = prose.text[mark.range.clone()].to_lowercase();
        let says = words.contains(&ending) || words.contains("word document") || words.contains("spreadsheet");
        let kind = ending.to_uppercase();
        let place = prose.place(mark.written.clone());
        if path.contains("://") && !says {
            found.push(
                RULE.finding(format!("the words of this link do not say that it opens a {kind} file"))
                    .at(place)
                    .help(format!("write its type and size behind the words: \"({kind}, 240 KB)\", and what matters of it on the page")),
            );
        }
    }
}
