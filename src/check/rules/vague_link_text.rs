//! Links whose words do not say where they lead.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::{Element, Name};

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
    "vague-link-text" Error act ["5effbb", "aizyf1"] checks [Finished(check)]
}

/// In the order of their bytes.
const VAGUE: &[&str] = &[
    "click",
    "click for more",
    "click here",
    "click this link",
    "continue",
    "czytaj dalej",
    "details",
    "dowiedz się więcej",
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
    "kliknij",
    "kliknij tutaj",
    "learn more",
    "link",
    "link do strony",
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
    "strona",
    "tap here",
    "this",
    "this link",
    "this page",
    "this website",
    "tutaj",
    "url",
    "view",
    "view more",
    "visit",
    "web page",
    "webpage",
    "website",
    "więcej",
    "więcej informacji",
    "zobacz",
];

/// Bytes of the longest phrase above, with room for marks and spaces around it.
const LONGEST: usize = 60;

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    for link in context.document.named("a") {
        let Some(href) = link.raw("href").filter(|_| !context.access.is_hidden(&link)) else {
            continue;
        };
        if link.own_words().is_some_and(|words| !may_be_vague(words)) {
            continue;
        }
        let is_page = is_page(href);
        let is_short = link.text_length() <= LONGEST || link.has("aria-label") || link.has("aria-labelledby");
        let is_address = href.starts_with("http");
        if !is_page || !is_short && !is_address {
            continue;
        }
        let name = context.access.name(&link);
        if is_vague(&name) {
            let act: &[&str] = if says_more(&link) { &["aizyf1"] } else { RULE.act };
            let message = format!("link text \"{name}\" does not say where it goes");
            let finding = context.about_words(context.report_as(&RULE, act, &link, message), &link);
            found.push(finding.help("use the name of the page it leads to, or what one can do there"));
        } else if is_web_address(&name) {
            let finding = context.about_words(context.report(&RULE, &link, "link text is a web address"), &link);
            found.push(finding.help("use the name of the page: an address is read out letter by letter"));
        }
    }
}

/// Whether the words of a link to a place are reported here.
pub(super) fn is_reported(words: &str, target: &str) -> bool {
    is_page(target) && (is_vague(words) || is_web_address(words))
}

/// Whether a link leads to a page or a file. A phone number and an email address are their own best words.
fn is_page(href: &str) -> bool {
    ["tel:", "sms:", "mailto:"].iter().all(|scheme| !href.starts_with(scheme))
}

fn is_vague(words: &str) -> bool {
    let bare = words.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    VAGUE.binary_search(&bare.as_str()).is_ok()
}

fn is_web_address(words: &str) -> bool {
    words.starts_with("http://") || words.starts_with("https://")
}

/// Whether the paragraph, item or cell that a link stands in has words beside it; who goes by links alone hears none.
fn says_more(link: &Element<'_, '_>) -> bool {
    let is_context =
        |outer: &Element<'_, '_>| matches!(outer.kind(), Name::P | Name::Li | Name::Td | Name::Th | Name::Dd);
    link.ancestors().find(is_context).is_some_and(|outer| outer.text_length() > link.text_length() + 1)
}

/// Whether words could be one of the phrases above, or an address; quicker than asking for a name.
fn may_be_vague(words: &str) -> bool {
    let bare = words.trim_matches(|letter: char| !letter.is_alphanumeric());
    let is_plain = bare.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ');
    let order = |known: &str| known.bytes().cmp(bare.bytes().map(|byte| byte.to_ascii_lowercase()));
    // What holds other letters, references or lines is looked at more closely.
    !is_plain || bare.is_empty() || bare.contains("  ") || VAGUE.binary_search_by(|known| order(known)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_in_order_and_found() {
        assert!(VAGUE.is_sorted());
        for words in
            ["Here", " read more… ", "CLICK HERE", "", "więcej", "a &amp; b", "https://a.example", "read  more"]
        {
            assert!(may_be_vague(words), "{words}");
        }
        assert!(!may_be_vague("Breaks for carers") && !may_be_vague("What is here"));
    }
}
