//! Links to a place on a page that is not there.

use std::borrow::Cow;
use std::collections::HashSet;

use super::super::rule::rule;
use crate::check::{AcrossContext, FinishedContext};
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::html::{Name, decode, percent_decoded};

rule! {
    /// # What it does
    /// Reports a link whose part after `#` names no heading on the page it leads to.
    ///
    /// # Why it matters
    /// The reader lands at the top of a long page and has to look for what was promised.
    /// With a screen reader that can take minutes.
    ///
    /// # Example
    /// ```md
    /// See [what it costs](/services/carers-hub/#cost).
    /// ```
    ///
    /// # Use instead
    /// The words of the heading in small letters with dashes, or a name given to the heading:
    /// ```md
    /// See [what it costs](/services/carers-hub/#what-it-costs).
    ///
    /// ## What it costs {#cost}
    /// ```
    ///
    /// # What it cannot see
    /// Places on pages of other sites.
    "broken-anchor" Error checks [Finished(check_page), Across(check_across)]
}

/// Links within a page.
fn check_page(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let mut names: Option<HashSet<Cow<'_, str>>> = None;
    for link in context.document.all(Name::A) {
        // A reference may stand for the sign.
        let Some(href) = link.raw("href").filter(|href| href.starts_with(['#', '&'])) else { continue };
        let href = decode(href);
        let Some(fragment) = href.strip_prefix('#') else { continue };
        let fragment = percent_decoded(fragment).unwrap_or_else(|| fragment.to_owned());
        // Browsers know these two by themselves.
        if fragment.is_empty() || fragment == "top" || context.access.has_id(&fragment) {
            continue;
        }
        let named = || context.document.all(Name::A).filter_map(|place| place.attribute("name")).collect();
        if names.get_or_insert_with(named).contains(fragment.as_str()) {
            continue;
        }
        let known = context.access.ids().iter().map(|(id, _)| id.as_ref());
        let finding = context.report(&RULE, &link, format!("there is no `#{fragment}` on this page"));
        found.push(finding.maybe_help(did_you_mean_help(&fragment, known)));
    }
}

/// Links to other pages.
fn check_across(context: &AcrossContext<'_>, found: &mut Vec<Diagnostic>) {
    for (page, facts) in context.site.pages.iter().zip(context.facts) {
        for link in facts.links.iter().filter(|link| link.to != page.id) {
            let Some(fragment) = link.fragment.as_deref().filter(|fragment| !fragment.is_empty()) else {
                continue;
            };
            let Some(target) = context.facts.get(link.to.0 as usize) else {
                continue;
            };
            // A page without any id was not made in this build, and nothing can be said of it.
            if target.ids.is_empty() || target.ids.iter().any(|id| id == fragment) {
                continue;
            }
            let address = &context.site.page(link.to).address;
            let mut finding = RULE.finding(format!("there is no `#{fragment}` on {address}"));
            finding.span = link.span;
            found.push(finding.maybe_help(did_you_mean_help(fragment, target.ids.iter().map(String::as_str))));
        }
    }
}
