//! Pages without an Easy Read version.

use super::super::context::about_pages;
use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::{ContentType, Form, Kind, Page, Publication, Site, Variant};

rule! {
    /// # What it does
    /// Counts the pages of services, guides, strategies and consultations in the main language that have no Easy Read
    /// version: one finding for the site, with their number and the first of them.
    /// A site with fewer than a number of `pages`, 10 where it sets nothing else, has only begun.
    ///
    /// # Why it matters
    /// About one and a half million people in the United Kingdom have a learning disability, and many of them look
    /// after somebody.
    /// Care Act 2014, section 4: information and advice must be accessible to those for whom it is. Accessible
    /// Information Standard (NHS England).
    ///
    /// # Example
    /// ```md
    /// content/guides/breaks.md
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// content/guides/breaks.md
    /// content/guides/breaks.easy.md
    ///
    /// A site that has chosen which pages to give in Easy Read sets `missing-easy-read = "off"` in `[rules]`.
    /// ```
    ///
    /// # What it cannot see
    /// Which pages its readers need most.
    "missing-easy-read" Advice thresholds [pages 10] checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    let is_for_everyone = |page: &&Page| {
        page.origin.is_some()
            && page.part == 1
            && page.copy.is_none()
            && page.publication == Publication::Live
            && page.variant == Variant { language: 0, form: Form::Standard }
            && page.kind == Kind::Content
            && matches!(
                page.content_type,
                ContentType::Page | ContentType::Service | ContentType::Strategy | ContentType::Consultation
            )
    };
    let has_easy = |page: &Page| {
        let mut others = site.group(page.group).pages.iter().map(|id| site.page(*id));
        others.any(|other| other.variant == Variant { language: 0, form: Form::Easy } && other.is_public())
    };
    let pages: Vec<&Page> = site.pages.iter().filter(is_for_everyone).collect();
    let missing: Vec<&Page> = pages.iter().copied().filter(|page| !has_easy(page)).collect();
    if pages.len() < RULE.threshold("pages", &site.settings) as usize {
        return;
    }
    let finding = RULE.finding(format!("no Easy Read version: {} of {} pages", missing.len(), pages.len()))
            .help("it stands beside its page, such as `breaks.easy.md` beside `breaks.md`; begin with those that most people read");
    found.extend(about_pages(finding, &missing));
}
