//! Pages that take long schooling to read.

use super::super::context::PageContext;
use super::super::english::English;
use super::super::rule::rule;
use crate::config::RuleLevel;
use crate::diagnostic::Diagnostic;
use crate::model::Form;
use crate::source::Span;

rule! {
    /// # What it does
    /// Estimates the age at which people can read a page, and reports one above a number of `years`.
    /// It is off unless `site.toml` sets it, such as `reading-age = "advice"` under `[rules]`.
    ///
    /// # Why it matters
    /// Tired and worried people read less well than they could, and many carers read English as a second language.
    /// A formula is only a hint: it counts letters and knows no meaning, so it is never more than advice
    /// (NHS content guide: do not use readability scores as a gate).
    ///
    /// # Example
    /// ```md
    /// Eligibility determinations necessitate comprehensive consideration of individual circumstances.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// We look at how you live before we decide what help you can have.
    /// ```
    ///
    /// # What it cannot see
    /// Whether the page is clear. The age is the Flesch-Kincaid grade (Kincaid and others, 1975) plus five, over
    /// paragraphs and lists, with syllables counted after `Lingua::EN::Syllable` (Fast, 1999). It holds for English only.
    "reading-age" Advice thresholds [years 14] checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let settings = &context.site.settings;
    let is_on = settings.rule(RULE.name).is_some_and(|setting| setting.level != Some(RuleLevel::Off));
    let english = context.english.filter(|_| is_on && context.page.variant.form == Form::Standard);
    let Some((origin, age)) = context.page.origin.as_ref().zip(english.and_then(English::reading_age)) else {
        return;
    };
    let years = context.threshold(&RULE, "years");
    if age > f64::from(years) {
        let is_set = settings.rule(RULE.name).is_some_and(|setting| !setting.thresholds.is_empty());
        let asked = if is_set { format!("; you asked for {years}") } else { String::new() };
        found.push(
            RULE.finding(format!("people read this page with ease only from about the age of {age:.0}{asked}"))
                .at(Span::whole(origin.file))
                .help("shorten the longest sentences, and use words that you would say"),
        );
    }
}
