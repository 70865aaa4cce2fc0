//! Pages of the same name.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::super::rule::rule;
use crate::check::same;
use crate::diagnostic::Diagnostic;
use crate::model::{Page, Site};
use crate::source::Span;

rule! {
    /// # What it does
    /// Reports two pages for the same readers that have the same title.
    ///
    /// # Why it matters
    /// In search results, in lists and in the tabs of a browser nobody can tell them apart.
    /// WCAG 2.2, 2.4.2 Page Titled (A).
    ///
    /// # Example
    /// ```md
    /// title: Contact
    /// ```
    /// in `services/carers-hub/contact.md` and in `about/contact.md`.
    ///
    /// # Use instead
    /// ```md
    /// title: Contact the Carers Hub
    /// ```
    ///
    /// # What it cannot see
    /// Titles that differ in letters and mean the same. It leaves one service that stands on two pages to
    /// `duplicate-service`; of three pages with one title it asks that of the first alone.
    "duplicate-title" Warning checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<(u8, &str, String), &Page> = HashMap::new();
    let twins = OnceCell::new();
    for page in site.pages.iter().filter(|page| page.is_listed() && page.part == 1) {
        let Some(origin) = &page.origin else {
            continue;
        };
        let title = page.common.title.trim();
        let key = (page.variant.language, page.variant.form.word(), title.to_lowercase());
        let Some(first) = seen.get(&key) else {
            seen.insert(key, page);
            continue;
        };
        let main = |page: &Page| site.group(page.group).main.unwrap_or(page.id);
        if twins.get_or_init(|| same::twins(site)).are_one(main(first), main(page)) {
            continue;
        }
        found.push(
            RULE.finding(format!("two pages are both called \"{title}\""))
                .at(Span::whole(origin.file))
                .help("say in one of the titles what sets it apart")
                .note(format!("the other one is {}", first.address)),
        );
    }
}
