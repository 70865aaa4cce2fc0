//! Pages that nobody keeps true.

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::ContentType;
use crate::model::{Kind, Publication, Site};
use crate::source::Span;

rule! {
    /// # What it does
    /// Reports a page that has no `owner`, neither its own nor one from its section.
    ///
    /// # Why it matters
    /// "Tell us this is wrong" leads to the owner's role. Without one, nobody hears of a number that has changed.
    ///
    /// # Example
    /// ```md
    /// title: Merebridge Carers Hub
    /// ```
    ///
    /// # Use instead
    /// The name of a role in `[owners]` of `site.toml`, never of a person. In a section's `_index.md` it holds for every
    /// page below:
    /// ```md
    /// title: Merebridge Carers Hub
    /// owner: Carers team
    /// ```
    ///
    /// # What it cannot see
    /// Whether somebody still reads that mailbox.
    "missing-owner" Warning checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    for page in site.pages.iter().filter(|page| page.publication == Publication::Live && page.kind == Kind::Content) {
        let is_main = site.group(page.group).main.is_none_or(|main| main == page.id);
        // News and events are true of their day and are not kept up.
        let is_kept = !matches!(page.content_type, ContentType::Update | ContentType::Event);
        if let Some(origin) = &page.origin
            && is_main
            && is_kept
            && page.common.owner.is_none()
        {
            found.push(
                RULE.finding("nobody is named who keeps this page true")
                    .at(Span::whole(origin.file))
                    .help("write `owner:` with the name of a role here, or in the `_index.md` of its section"),
            );
        }
    }
}
