//! Links to pages that are not there.

use super::super::rule::rule;
use crate::check::HtmlContext;
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::html::Name;
use crate::model::{Site, is_reserved};

rule! {
    /// # What it does
    /// Reports a link to a page of this site that does not exist.
    ///
    /// # Why it matters
    /// A tired reader who meets "page not found" stops looking.
    ///
    /// # Example
    /// ```md
    /// See [breaks](/breaks/).
    /// ```
    ///
    /// # Use instead
    /// The address as it stands in the browser, or the path of the Markdown file:
    /// ```md
    /// See [breaks](/taking-a-break/).
    /// See [breaks](../taking-a-break.md).
    /// ```
    ///
    /// # What it cannot see
    /// Links to other sites; `signpost check --external` asks those.
    "broken-link" Error checks [Html(check)]
}

/// Sites up to this size are searched for what was meant; on a larger one that would take longer than the page.
const SEARCHED: usize = 5_000;

/// Looks at links that a template or a component made; those in running text were looked up when it was read.
fn check(context: &HtmlContext<'_>, found: &mut Vec<Diagnostic>) {
    let site = context.site;
    let base = site.settings.base_path.as_str();
    let Some(slash) = base.len().checked_sub(1) else { return };
    let mut missing: Vec<&str> = Vec::new();
    for link in context.document.all(Name::A) {
        let Some(href) = link.raw("href").filter(|href| href.starts_with(base)) else { continue };
        // The base ends with the slash that an address begins with.
        let address = &href[slash..];
        let address = &address[..address.bytes().position(|byte| matches!(byte, b'#' | b'?')).unwrap_or(address.len())];
        let path = &address[1..];
        // Files and addresses without a slash at the end are no pages.
        let is_page = !path.starts_with('/') && (path.is_empty() || path.ends_with('/'));
        let is_written = link.raw("data-sp").is_some_and(|mark| !mark.starts_with("t:"));
        if !is_page || is_known(site, address) || is_written || missing.contains(&address) {
            continue;
        }
        let known = site.by_address.keys().filter(|_| site.pages.len() < SEARCHED && missing.is_empty());
        let help = did_you_mean_help(address, known.map(String::as_str));
        found.push(context.report(&RULE, &link, format!("there is no page at `{address}`")).maybe_help(help));
        missing.push(address);
    }
}

fn is_known(site: &Site, address: &str) -> bool {
    let is_alias = || site.pages.iter().any(|page| page.common.aliases.iter().any(|alias| alias == address));
    let first = address[1..].split('/').next().unwrap_or("");
    site.by_address.contains_key(address) || is_reserved(first) || is_alias()
}
