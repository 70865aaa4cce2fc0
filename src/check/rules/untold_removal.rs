//! Services that are gone, and of which readers are not told.

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::{HeldBack, Page, PublishedService, Site};

rule! {
    /// # What it does
    /// Names services that were published and are gone, while a sensitive one is new. `/changes/`, the feeds and the data
    /// tell nothing of those that are gone, and `signpost publish --record` forgets what they told of them before.
    ///
    /// # Why it matters
    /// One of them may be the sensitive one, moved to another address: "Lark House is not on the site any more", on the day
    /// on which "A service" is new, tells what the quiet title keeps. Where they are two, carers should learn that one is
    /// gone.
    /// Judgement.
    ///
    /// # Example
    /// `services/lark-house.md` was renamed to `services/h.md`, which has
    /// ```yaml
    /// sensitive: yes
    /// quiet_title: A service
    /// ```
    ///
    /// # Use instead
    /// Where the page moved, its old address, so that the two are known to be one:
    /// ```yaml
    /// sensitive: yes
    /// quiet_title: A service
    /// aliases: [/services/lark-house/]
    /// ```
    /// Where another service is gone, its page again, with `status: ended`: readers are told that it has ended, and those
    /// who come to its page what to do instead.
    ///
    /// # What it cannot see
    /// Whether the two are one.
    "untold-removal" Advice checks [Model(check)]
}

/// How many of them are named.
const NAMED: usize = 4;

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    let HeldBack { gone, new } = HeldBack::since(site);
    let Some(origin) = new.first().and_then(|page| page.origin.as_ref()) else { return };
    let (count, are) = (gone.len(), if gone.len() == 1 { "service that is" } else { "services that are" });
    let message =
        format!("readers are not told of {count} {are} gone: this page is new and sensitive, and may be one of them");
    let mut finding = RULE.finding(message).at_key(origin.file, ["sensitive".into()]).help(
        "where it has moved, write its old address in its `aliases`; where another service is gone, put its page back \
         with `status: ended`",
    );
    let addresses = gone.iter().map(|service: &&PublishedService| service.address.as_str());
    finding = finding.note(format!("gone: {}", named(addresses)));
    if new.len() > 1 {
        finding =
            finding.note(format!("new and sensitive: {}", named(new.iter().map(|page: &&Page| page.address.as_str()))));
    }
    found.push(finding);
}

/// The first few of some addresses.
fn named<'a>(addresses: impl ExactSizeIterator<Item = &'a str>) -> String {
    let more = addresses.len().saturating_sub(NAMED);
    let first: Vec<&str> = addresses.take(NAMED).collect();
    let first = first.join(", ");
    if more > 0 { format!("{first} and {more} more") } else { first }
}
