//! Percentages on Easy Read pages.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::data::{Figure, figures};
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports percentages on Easy Read pages.
    ///
    /// # Why it matters
    /// A percentage is a sum that the reader has to do.
    /// Inclusion Europe, Information for all: no percentages.
    ///
    /// # Example
    /// ```md
    /// 63% of carers feel lonely.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// More than half of carers feel lonely.
    /// ```
    ///
    /// # What it cannot see
    /// Fractions and other sums.
    "percentage" Advice checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let has_any = context.facts.figures.iter().any(|(figure, _)| matches!(figure, Figure::Percentage(_)));
    if !has_any || context.easy().is_none() {
        return;
    }
    let prose = context.prose;
    for (figure, range) in figures(&prose.text) {
        if let Figure::Percentage(hundredths) = figure {
            let about = match hundredths / 100 {
                0..=4 => "very few",
                5..=20 => "a few",
                21..=44 => "less than half",
                45..=55 => "half",
                56..=80 => "more than half",
                81..=95 => "most",
                _ => "nearly all",
            };
            found.push(
                RULE.finding(format!("`{}` is a sum that the reader has to do", &prose.text[range.clone()]))
                    .at(prose.span(range))
                    .help(format!("say: {about}")),
            );
        }
    }
}
