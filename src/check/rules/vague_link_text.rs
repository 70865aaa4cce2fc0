//! Links whose words do not say where they lead.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports a link whose words tell nobody where it goes, such as "click here", "read more" or a bare web address.
    ///
    /// # Why it matters
    /// People who use a screen reader often go through a page by its links alone.
    /// They then hear "here, here, more, here".
    /// People who speak a link's words to their computer cannot tell two of them apart.
    /// WCAG 2.2, 2.4.4 Link Purpose (In Context) (A).
    ///
    /// # Example
    /// ```md
    /// To ask for an assessment, [click here](/guides/carers-assessment/).
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// [Ask for a carer's assessment](/guides/carers-assessment/).
    /// ```
    ///
    /// # What it cannot see
    /// Whether good words lead to the right page. It knows such phrases in English and Polish only.
    "vague-link-text" Error act ["aizyf1"] checks [Finished(check)]
}

const VAGUE: &[&str] = &[
    "click",
    "click here",
    "click this link",
    "click for more",
    "continue",
    "details",
    "find out",
    "find out here",
    "find out more",
    "find out more here",
    "follow this link",
    "for more information",
    "full details",
    "further details",
    "further information",
    "go",
    "go here",
    "here",
    "info",
    "information",
    "learn more",
    "link",
    "more",
    "more details",
    "more here",
    "more info",
    "more information",
    "press here",
    "read",
    "read more",
    "read more here",
    "read on",
    "read this",
    "see here",
    "see more",
    "show more",
    "tap here",
    "this",
    "this link",
    "this page",
    "this website",
    "url",
    "view",
    "view more",
    "visit",
    "web page",
    "webpage",
    "website",
    "czytaj dalej",
    "dowiedz się więcej",
    "kliknij",
    "kliknij tutaj",
    "link do strony",
    "strona",
    "tutaj",
    "więcej",
    "więcej informacji",
    "zobacz",
];

/// Bytes of the longest phrase above, with room for marks and spaces around it.
const LONGEST: usize = 60;

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    for link in context.document.named("a") {
        let Some(href) = link.raw("href").filter(|_| !link.is_hidden()) else {
            continue;
        };
        // A phone number and an email address are their own best words.
        let is_page = ["tel:", "sms:", "mailto:"].iter().all(|scheme| !href.starts_with(scheme));
        let is_short = link.text_length() <= LONGEST || link.has("aria-label") || link.has("aria-labelledby");
        let is_address = href.starts_with("http");
        if !is_page || !is_short && !is_address {
            continue;
        }
        let name = context.access.name(&link);
        let bare = name.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        if VAGUE.contains(&bare.as_str()) {
            let finding = context.report(&RULE, &link, format!("link text \"{name}\" does not say where it goes"));
            found.push(finding.help("use the name of the page it leads to, or what one can do there"));
        } else if name.starts_with("http://") || name.starts_with("https://") {
            let finding = context.report(&RULE, &link, "link text is a web address");
            found.push(finding.help("use the name of the page: an address is read out letter by letter"));
        }
    }
}
