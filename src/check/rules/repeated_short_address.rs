//! Two pages with one short address.

use std::collections::HashMap;

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::{Page, Site};

rule! {
    /// # What it does
    /// Reports a page whose `short` is that of another page.
    ///
    /// # Why it matters
    /// Short addresses are read out on the phone and printed on paper. One of the two pages cannot be reached by it, and
    /// its readers arrive at something else.
    ///
    /// # Example
    /// ```yaml
    /// title: Carers Hub at Harrowdale
    /// short: hub
    /// ```
    /// and the same `short` on the page of the hub itself.
    ///
    /// # Use instead
    /// ```yaml
    /// title: Carers Hub at Harrowdale
    /// short: harrowdale
    /// ```
    ///
    /// # What it cannot see
    /// Short addresses that were given out before, and that no page has any more.
    "repeated-short-address" Error checks [Model(look)]
}

fn look(site: &Site, found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<&str, &Page> = HashMap::new();
    for page in site.public_pages() {
        let (Some(short), Some(at)) = (page.common.short.as_deref(), page.common.short_at) else { continue };
        let first = *seen.entry(short).or_insert(page);
        // The page of a video is the page itself.
        if first.origin.as_ref().map(|origin| origin.file) == page.origin.as_ref().map(|origin| origin.file) {
            continue;
        }
        found.push(
            RULE.finding(format!("two pages have the short address `/s/{short}`"))
                .at(at)
                .help("give one of the two another word")
                .note(format!("it leads to {}", first.address)),
        );
    }
}
