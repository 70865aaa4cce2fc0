//! A page that would load something from another site.

use super::super::rule::rule;
use crate::check::PagesContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Looks at the finished page for pictures, scripts, styles, frames and forms of other sites. It always stops a
    /// build.
    ///
    /// In a folder of HTML it looks for pictures, scripts, styles, fonts, frames, sounds and films, and calls ahead such
    /// as `preconnect`, in pages and style sheets: one finding for each host, with its first place and how often it is
    /// asked. The folder's own host is the one that a page's canonical address names.
    ///
    /// # Why it matters
    /// The other site would learn who reads a page about, say, violence at home, before the reader has done anything.
    ///
    /// # Example
    /// ```text
    /// <img src="https://cdn.example.com/hub.jpg">
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// <img src="/services/carers-hub/hub.jpg">
    /// ```
    ///
    /// # What it cannot see
    /// What a script of the theme loads after a reader has asked for it. In a folder, what any script loads.
    "off-origin-request" Error checks [Pages(check)]
}

/// What a site's own pages ask for is refused page by page, before it is published.
fn check(context: &PagesContext<'_>, found: &mut Vec<Diagnostic>) {
    for (host, asked) in context.requests().filter(|_| context.is_folder()) {
        let mut finding = RULE.finding(format!("something is loaded from {host} before the reader has asked for it"));
        (finding.span, finding.count) = (asked.span, asked.count);
        let help = "keep a copy beside the pages, or load it only once a reader has asked for it";
        found.push(finding.help(help).note(format!("first: {}", asked.address)));
    }
}
