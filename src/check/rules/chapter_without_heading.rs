//! A chapter of a signed video that belongs to no heading.

use std::collections::BTreeSet;

use super::super::rule::rule;
use crate::check::HtmlContext;
use crate::diagnostic::did_you_mean_help;
use crate::model::{Chapter, Form, Variant};

rule! {
    /// # What it does
    /// Compares the chapters of a page's signed video with the headings of the page. A chapter belongs to the heading
    /// that has its words, or to the one whose id stands on the line above its time.
    /// A chapter at the very beginning may be without one.
    ///
    /// # Why it matters
    /// Each heading with a chapter gets a link "Watch this part in BSL". One that was renamed loses it, and the video may
    /// no longer say what the page says.
    ///
    /// # Example
    /// ```vtt
    /// 01:20.000 --> 02:10.000
    /// What it costs
    /// ```
    /// on a page whose heading is now "Paying for it".
    ///
    /// # Use instead
    /// ```vtt
    /// 01:20.000 --> 02:10.000
    /// Paying for it
    /// ```
    /// or, with other words than the heading's, its id: `paying-for-it` on the line above the time. A chapter that
    /// belongs to no heading has `-` there.
    ///
    /// # What it cannot see
    /// Whether that part of the video says what stands under the heading.
    "chapter-without-heading" Warning checks [Html(check)]
}

fn check(context: &HtmlContext<'_>, found: &mut Vec<crate::diagnostic::Diagnostic>) {
    let (page, site) = (context.page, context.site);
    if page.variant != (Variant { language: 0, form: Form::Standard }) || page.part > 1 || page.copy.is_some() {
        return;
    }
    let (Some(video), Some(main)) = (site.videos.get(&page.group), context.document.named("main").next()) else {
        return;
    };
    let headings: Vec<(String, String)> = main
        .descendants()
        .filter(|element| element.heading_level().is_some())
        .map(|element| (element.attribute("id").unwrap_or_default().into_owned(), element.text().trim().to_owned()))
        .collect();
    // The later sections of a page that is shown a section at a time stand at other addresses.
    let parts = site.parts_of(page);
    let elsewhere: BTreeSet<&str> = parts.iter().flat_map(|part| part.ids.iter().map(String::as_str)).collect();
    let is_there = |chapter: &Chapter| {
        headings.iter().any(|(id, words)| chapter.is_of(id, words))
            || parts.iter().any(|part| chapter.is_of("", &part.title))
            || elsewhere.iter().any(|id| chapter.is_of(id, id))
    };
    for chapter in video.chapters.iter().filter(|chapter| !chapter.stands_alone() && !is_there(chapter)) {
        let (message, help) = match &chapter.heading {
            Some(id) => {
                let ids = headings.iter().map(|(id, _)| id.as_str()).filter(|id| !id.is_empty());
                (format!("no heading of the page {} has the id `{id}`", page.address), did_you_mean_help(id, ids))
            }
            None => {
                let words = headings.iter().map(|(_, words)| words.as_str());
                let message = format!("`{}` is no heading of the page {}", chapter.title, page.address);
                (message, did_you_mean_help(&chapter.title, words))
            }
        };
        let help = help.unwrap_or_else(|| {
            "write the words of a heading; or above the time its id, or `-` for a chapter that belongs to none".into()
        });
        found.push(RULE.finding(message).at(chapter.span).help(help));
    }
}
