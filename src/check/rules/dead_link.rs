//! A link to a page of another site that is not there.

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::ExternalLink;

rule! {
    /// # What it does
    /// Asks for every page of other sites that is linked to, and reports those that are not there or whose server cannot be
    /// reached. Only `signpost check --external` does so, never a build.
    ///
    /// # Why it matters
    /// A tired reader who meets "page not found" does not look for where it went.
    /// It is never an error: another site's fault must not keep this one from being published.
    ///
    /// # Example
    /// ```md
    /// [Carer's Allowance](https://www.gov.uk/carers-alowance)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// [Carer's Allowance](https://www.gov.uk/carers-allowance)
    /// ```
    ///
    /// # What it cannot see
    /// Whether the page still says what it is linked for; a server that answers "found" for pages that are gone; pages
    /// that only people may see: what a server refuses to a program is counted and not reported.
    "dead-link" Warning asked "--external"
}

/// Reports a link, with why nothing is there.
pub fn report(link: &ExternalLink, why: &str) -> Diagnostic {
    let message = format!("nothing is at `{}`: {why}", link.address);
    link.place(RULE.finding(message)).help("find where the page went, or lead readers somewhere else")
}
