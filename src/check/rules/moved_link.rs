//! A link to a page of another site that has a new address.

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::ExternalLink;

rule! {
    /// # What it does
    /// Reports links whose server says that the page has moved for good, with the new address.
    /// Only `signpost check --external` asks.
    ///
    /// # Why it matters
    /// The old address works until somebody tidies up, and then it is dead. Each step on the way costs a reader with a
    /// slow connection time.
    ///
    /// # Example
    /// ```md
    /// [Carers UK](http://www.carersuk.example/help)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// [Carers UK](https://www.carersuk.example/help-and-advice/)
    /// ```
    ///
    /// # What it cannot see
    /// Pages that have moved for now: they keep their address.
    "moved-link" Advice asked "--external"
}

/// Reports a link, with its new address.
pub fn report(link: &ExternalLink, to: &str) -> Diagnostic {
    let message = format!("`{}` has moved to `{to}`", link.address);
    link.place(RULE.finding(message)).help("see that it is the same page, then write the new address")
}
