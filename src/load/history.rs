//! Compares variants with their pages by the history of a git checkout, where the two do not both say when they were
//! checked. What `reviewed` and `updated` say is compared by `assemble`.

use jiff::civil::Date;

use crate::diagnostic::Diagnostic;
use crate::model::{Page, Publication, Site};
use crate::source::{History, Pair, Sources, Span};

/// Reports variants whose page was changed after them. Nothing is asked where every pair says it itself.
pub fn history(site: &Site, sources: &dyn Sources, found: &mut Vec<Diagnostic>) {
    let (variants, pairs): (Vec<&Page>, Vec<Pair>) = site.pages.iter().filter_map(|page| pair(site, page)).unzip();
    if pairs.is_empty() {
        return;
    }
    match sources.history(&pairs) {
        History::None => {}
        History::Cut => found.push(
            Diagnostic::advice("shallow-checkout", "whether variants are older than their pages cannot be known here")
                .note(format!(
                    "this checkout holds the last commits alone, and {} do not say when they were checked",
                    count(pairs.len())
                ))
                .help("get the whole history (`git fetch --unshallow`; `fetch-depth: 0` in GitHub Actions), or write `reviewed` in each"),
        ),
        History::Told(days) => {
            for (page, changed) in variants.iter().zip(days) {
                if let (Some(changed), Some(origin)) = (changed, &page.origin) {
                    found.push(older(Span::whole(origin.file), changed));
                }
            }
        }
    }
}

fn count(pairs: usize) -> String {
    match pairs {
        1 => "1 variant or its page".into(),
        more => format!("{more} variants or their pages"),
    }
}

/// A variant that somebody wrote, with its page, where they do not both say when they were checked.
fn pair<'s>(site: &'s Site, variant: &'s Page) -> Option<(&'s Page, Pair)> {
    let page = site.page(site.group(variant.group).main.filter(|main| *main != variant.id)?);
    let (own, main) = (variant.origin.as_ref()?, page.origin.as_ref()?);
    let is_written = own.file != main.file && variant.part == 1 && variant.copy.is_none() && !variant.is_fallback;
    let is_dated = variant.common.checked_on().is_some() && page.common.changed_on().is_some();
    if !is_written || is_dated || variant.publication == Publication::Draft {
        return None;
    }
    let pair = Pair {
        page: format!("content/{}", main.path),
        changed: page.common.updated,
        variant: format!("content/{}", own.path),
        checked: variant.common.checked_on(),
    };
    Some((variant, pair))
}

/// A variant that is older than its page, at the place that says when it was checked.
pub(super) fn older(place: Span, changed: Date) -> Diagnostic {
    Diagnostic::warning("stale-variant", "this variant is older than the page it stands beside")
        .at(place)
        .label(format!("the page changed on {changed}"))
        .help("read the two side by side, then set `reviewed` to the day you did")
}
