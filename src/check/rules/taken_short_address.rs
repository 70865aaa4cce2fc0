//! A short address that is the name of another service.

use std::collections::BTreeMap;

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::{Page, Publication, Site, WantedShort};
use crate::source::Span;

rule! {
    /// # What it does
    /// Reports a page whose `short`, or `/s/NAME` among its `aliases`, is the name of another page that is a service, and
    /// services that would have the same name, now or by an earlier address in `aliases`.
    ///
    /// A service has its own name also beside a `short`, and its translations that name with their language, such as
    /// `hub-pl`. The name of an earlier address counts where that lay in a section of services: sheets may be printed
    /// with it. One of another website, such as `/old-site/contact/`, takes nothing from anybody.
    ///
    /// # Why it matters
    /// A service without a `short` has its own name as a short address: `/s/carers-hub` for `/services/carers-hub/`. Someone
    /// who hears that name, or has it on a sheet of paper, expects that service, and what is written takes it away. Of two
    /// services with one name neither has it: a sheet that was printed for one must never lead to the other.
    ///
    /// # Example
    /// ```yaml
    /// title: Carers groups
    /// short: carers-hub
    /// ```
    /// while there is a service at `/services/carers-hub/`.
    ///
    /// # Use instead
    /// ```yaml
    /// title: Carers groups
    /// short: groups
    /// ```
    ///
    /// # What it cannot see
    /// Names that only sound alike, and names that were printed and that no page or `aliases` has any
    /// more.
    "taken-short-address" Warning checks [Model(look)]
}

fn look(site: &Site, found: &mut Vec<Diagnostic>) {
    let wanted = site.wanted_shorts();
    for page in site.pages.iter().filter(|page| page.publication != Publication::Draft) {
        let Some(origin) = &page.origin else { continue };
        let short = page.common.short.as_deref().filter(|_| page.common.short_at.is_some()).map(str::to_lowercase);
        for name in page.written_shorts() {
            let Some(wanted) = wanted.get(&name).filter(|wanted| wanted.is_printed) else { continue };
            let pages = || wanted.pages.iter().map(|position| &site.pages[*position]);
            let is_own = pages().any(|other| other.group == page.group);
            // Of two of one name each has a word of its own once somebody wrote one on both.
            let has_word = |other: &Page| {
                let main = site.group(other.group).main.map_or(other, |main| site.page(main));
                main.common.short_at.is_some()
            };
            let others = pages().filter(|other| other.group != page.group && !(is_own && has_word(other)));
            let others: Vec<&str> = others.map(|other| other.address.as_str()).collect();
            if others.is_empty() {
                continue;
            }
            let others = others.join(" and ");
            let finding = RULE.finding(format!("the short address `/s/{name}` is the name of another service")).help(
                if is_own {
                    format!(
                        "take another word here, or where no sheets of {others} are printed, write `short` with another \
                         word there"
                    )
                } else {
                    format!("take another word here: sheets with this one may be printed for {others}")
                },
            );
            found.push(match page.common.short_at {
                Some(at) if short.as_ref() == Some(&name) => finding.at(at),
                _ => finding.at_key(origin.file, ["aliases".into()]),
            });
        }
    }
    same_names(site, &wanted, found);
}

/// Names that more than one service would have, and that nobody wrote down as theirs.
fn same_names(site: &Site, wanted: &BTreeMap<String, WantedShort>, found: &mut Vec<Diagnostic>) {
    let written = site.written_shorts();
    // Nobody has sheets with the names of another website.
    for (name, wanted) in wanted.iter().filter(|(_, wanted)| wanted.is_printed) {
        let pages: Vec<&Page> = wanted.pages.iter().map(|position| &site.pages[*position]).collect();
        // Those of translations are mended with those of their pages.
        let is_translated = pages.iter().all(|page| page.variant.language > 0);
        let unnamed = pages.iter().find(|page| page.common.short_at.is_none());
        let (Some(unnamed), false, false) = (unnamed, pages.len() < 2 || is_translated, written.contains(name)) else {
            continue;
        };
        let addresses: Vec<&str> = pages.iter().map(|page| page.address.as_str()).collect();
        let mut finding = RULE
            .finding(format!("{} services would have the short address `/s/{name}`, so none has it", pages.len()))
            .note(format!("they are {}", addresses.join(" and ")))
            .help(format!(
                "write `short: {name}` on the one whose sheets are printed already, and `short` with another word on the other"
            ));
        finding.span = unnamed.origin.as_ref().map(|origin| Span::whole(origin.file));
        found.push(finding);
    }
}
