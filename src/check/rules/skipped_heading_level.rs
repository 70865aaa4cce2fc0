//! Headings that jump over a level.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports a heading that lies more than one level below the heading before it.
    ///
    /// # Why it matters
    /// Headings are the table of contents of people who use a screen reader.
    /// A jump from level 2 to level 4 makes them look for a level 3 that is not there.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A).
    ///
    /// # Example
    /// ```md
    /// ## Money
    /// #### Carer's Allowance
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ## Money
    /// ### Carer's Allowance
    /// ```
    /// If the small letters were the reason, tell whoever keeps the theme: looks are not made with levels.
    ///
    /// # What it cannot see
    /// Whether a heading really belongs to the one above it.
    "skipped-heading-level" Error checks [Finished(check)]
}

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let mut last = 0;
    let Some(main) = context.document.named("main").next() else {
        return;
    };
    for element in main.descendants() {
        let Some(level) = element.heading_level().filter(|_| !context.access.is_hidden(&element)) else {
            continue;
        };
        if last > 0 && level > last + 1 {
            let finding = context.report(&RULE, &element, format!("this heading jumps from level {last} to {level}"));
            let marks = "#".repeat(usize::from(last + 1));
            let in_markdown = format!("write `{marks} {}`", element.text());
            found.push(finding.help(context.help(&in_markdown, &format!("make it an `<h{}>`", last + 1))));
        }
        last = level;
    }
}
