//! Words from right to left that do not say so.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::model::MarkKind;

rule! {
    /// # What it does
    /// Reports words that are marked as Arabic, Urdu or another language from right to left, without `dir`, where
    /// that language is not one of the site's. For the site's own languages Signpost writes it.
    ///
    /// # Why it matters
    /// Full stops, figures and brackets then stand at the wrong end, and a phone number may come out in another
    /// order.
    /// WCAG 2.2, 1.3.2 Meaningful Sequence (A).
    ///
    /// # Example
    /// ```md
    /// <span lang="fa">با ما تماس بگیرید.</span>
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// <span lang="fa" dir="rtl">با ما تماس بگیرید.</span>
    /// ```
    ///
    /// # What it cannot see
    /// Words whose language nobody marked; `unmarked-language` reports those.
    "missing-direction" Error checks [Page(check)]
}

/// Languages that are written from right to left.
const FROM_RIGHT: &[&str] = &["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let prose = context.prose;
    let languages = &context.site.settings.languages;
    let is_rtl_page = languages[usize::from(context.page.words_language())].rtl;
    let needs = |code: &str| {
        let short = code.split('-').next().unwrap_or(code);
        !is_rtl_page && FROM_RIGHT.contains(&short) && languages.iter().all(|language| language.code != code)
    };
    let marks = prose.marks.iter().filter(|mark| mark.kind == MarkKind::Language && needs(&mark.target));
    let blocks =
        prose.blocks.iter().filter(|block| !block.has_direction && block.language.as_deref().is_some_and(needs));
    let places = marks
        .map(|mark| (mark.written.clone(), mark.target.as_str()))
        .chain(blocks.map(|block| (block.written.clone(), block.language.as_deref().unwrap_or_default())));
    for (written, code) in places {
        found.push(
            RULE.finding(format!("`lang=\"{code}\"` runs from right to left, and nothing says so"))
                .at(prose.place(written))
                .help(format!("write `lang=\"{code}\" dir=\"rtl\"`"))
                .note("WCAG 2.2, 1.3.2 Meaningful Sequence (A)"),
        );
    }
}
