//! Easy Read pages that are too long.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::source::Span;

rule! {
    /// # What it does
    /// Reports an Easy Read page of more than a number of `words`: 1,000 where a site sets nothing else.
    ///
    /// # Why it matters
    /// It takes most of its readers an hour, and many will not begin.
    /// GOV.UK, Accessible communication formats: Easy Read says what matters most, not everything.
    ///
    /// # Example
    /// ```md
    /// A page of everything the strategy says.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// A page of the five things that will change for you, and pages of their own for each.
    /// ```
    ///
    /// # What it cannot see
    /// What can be left out.
    "long-easy-page" Advice thresholds [words 1000] checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(_) = context.easy() else { return };
    let most = context.threshold(&RULE, "words");
    if let Some(origin) = context.page.origin.as_ref().filter(|_| context.facts.words > most) {
        found.push(
            RULE.finding(format!("this Easy Read page has {} words", context.facts.words))
                .at(Span::whole(origin.file))
                .help("keep what a reader needs to know or do, or make two pages of it"),
        );
    }
}
