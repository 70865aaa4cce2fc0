//! Pictures that are too heavy for a page.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::model::Form;
use crate::source::{FileId, Span};

rule! {
    /// # What it does
    /// Adds up the pictures of a page and reports the heaviest where they weigh more than a number of `kilobytes`, 60
    /// where a site sets nothing else, or on an Easy Read page more than `easy`, 120.
    ///
    /// # Why it matters
    /// On a poor connection a second is about 50 KB. Who pays for data by the megabyte pays for each.
    /// Budget of this project.
    ///
    /// # Example
    /// ```md
    /// ![The Hub's front door](door.jpg)
    ///
    /// which weighs 2.4 MB, as it came from a phone
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ![The Hub's front door](door.webp)
    ///
    /// at 800 pixels wide and 40 KB; or a drawing as SVG
    /// ```
    ///
    /// # What it cannot see
    /// Pictures that the theme shows.
    "heavy-image" Warning thresholds [kilobytes 60, easy 120] checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let most = context.threshold(&RULE, if context.page.variant.form == Form::Easy { "easy" } else { "kilobytes" });
    let mut pictures: Vec<(u64, Span, FileId)> = Vec::new();
    for used in &context.facts.files {
        let picture = context.site.asset(used.file).filter(|(path, _)| is_picture(path));
        if let (Some((_, asset)), Some(span)) = (picture, used.span)
            && pictures.iter().all(|(_, _, file)| *file != asset.file)
        {
            pictures.push((asset.bytes, span, asset.file));
        }
    }
    let total = pictures.iter().map(|(bytes, ..)| bytes).sum::<u64>() / 1000;
    let heaviest = pictures.iter().max_by_key(|(bytes, ..)| *bytes);
    if let Some((bytes, span, _)) = heaviest.filter(|_| total > u64::from(most)) {
        let message = match pictures.len() {
            1 => format!("this picture weighs {total} KB"),
            count => format!("the {count} pictures of this page weigh {total} KB, this one {} KB of it", bytes / 1000),
        };
        found.push(
            RULE.finding(message)
                .at(*span)
                .help(format!("make it smaller: {most} KB a page are enough for SVG, or for WebP at 800 pixels")),
        );
    }
}

/// Whether a file is a picture by its name.
pub(super) fn is_picture(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    ["svg", "png", "jpg", "jpeg", "gif", "webp", "avif"].iter().any(|known| known.eq_ignore_ascii_case(ending))
}
